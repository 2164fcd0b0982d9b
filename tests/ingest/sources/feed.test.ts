import { describe, expect, test } from "vitest"
import { feed } from "../../../src/ingest/formats/feed.ts"
import { looksLikeProducts } from "../../../src/ingest/formats/feed/columns.ts"
import type { ReadItem } from "../../../src/ingest/formats/common/format.ts"
import { never } from "./server.ts"
import { documents, failures, lamp, read, rss, single } from "./feed-read.ts"

describe("Google Merchant XML", () => {
  test("an item says name, price, availability and options in a sentence that can be quoted, and more below", async () => {
    const [document] = documents(
      await read(
        rss(
          lamp(`<g:sale_price>29.90 EUR</g:sale_price><g:sale_price_effective_date>2026-11-20T00:00+0100/2026-11-30T23:59+0100</g:sale_price_effective_date>
      <g:brand>Halo</g:brand><g:product_type>Lamps &gt; Desk</g:product_type><g:color>Red/Blue</g:color><g:material>Steel &amp; glass</g:material>
      <g:shipping><g:country>DE</g:country><g:price>4.90 EUR</g:price></g:shipping><g:product_detail><g:section_name>Power</g:section_name><g:attribute_name>Voltage</g:attribute_name><g:attribute_value>230 V</g:attribute_value></g:product_detail>
      <description>The Halo-2 is a small lamp for your desk, with a warm light that can be dimmed.</description>`)
        )
      )
    )
    expect(document).toEqual({
      id: "feed#HL-2",
      path: "feed, HL-2",
      title: "Halo-2 desk lamp",
      kind: "product",
      visibility: "public",
      groups: [],
      product: "Halo-2 desk lamp",
      locale: "en",
      url: "https://shop.example/halo-2",
      details: {
        kind: "product",
        ids: ["HL-2"],
        category: "Lamps > Desk",
        price: "39.90",
        currency: "EUR",
        availability: "in-stock",
        options: { Colour: ["Red", "Blue"], Material: ["Steel & glass"], Voltage: ["230 V"] }
      },
      body: `Halo-2 desk lamp – Price: 39.90 EUR; Sale price: 29.90 EUR (from 2026-11-20 to 2026-11-30); Availability: in stock; Colour: Red, Blue; Material: Steel & glass; Voltage: 230 V.

The Halo-2 is a small lamp for your desk, with a warm light that can be dimmed.

- Brand: Halo
- Category: Lamps \\> Desk
- Item number: HL-2`
    })
  })

  test("a description in HTML becomes text: escaped, in CDATA, twice escaped, as elements, and unclosed", async () => {
    const html =
      '<p>Warm light.</p><ul><li>Dimmable</li></ul><script>steal()</script><img src="https://tracker.example/x.png">'
    const escaped = html.replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    const items = await read(
      rss(
        ...[
          escaped,
          `<![CDATA[${html}]]>`,
          escaped.replaceAll("&", "&amp;"),
          html.replace(/<img.*?>/, ""),
          "<p>Warm light.<br><ul><li>Dimmable</li></ul>"
        ].map((text, n) => lamp(`<description>${text}</description>`).replace("HL-2", `HL-${n}`))
      )
    )
    expect(documents(items)).toHaveLength(5)
    for (const { body } of documents(items)) {
      expect(body).toMatch(/Warm light\.[^]*- Dimmable/)
      expect(body).not.toMatch(/[<>]|steal|tracker/)
    }
  })

  test("variants of a group are one product, each with its price where they differ", async () => {
    const shirt = (id: string, size: string, colour: string, price: string, availability = "in stock") =>
      `<item><g:id>${id}</g:id><g:item_group_id>TS</g:item_group_id><g:title>Halo T-shirt - ${colour}, ${size}</g:title><g:price>${price}</g:price><g:availability>${availability}</g:availability><g:size>${size}</g:size><g:color>${colour}</g:color></item>`
    const items = await read(
      rss(
        shirt("1", "S", "Red", "19.00 EUR"),
        lamp(),
        shirt("2", "M", "Red", "19.00 EUR"),
        shirt("3", "M", "Blue", "24.00 EUR", "out of stock")
      )
    )
    expect(documents(items).map(({ id }) => id)).toEqual(["feed#HL-2", "feed#group TS"])
    expect(documents(items)[1]).toMatchObject({
      title: "Halo T-shirt",
      details: { options: { Size: ["S", "M"], Colour: ["Red", "Blue"] }, availability: "in-stock" },
      body: `Halo T-shirt – Price: 19.00 EUR to 24.00 EUR; Size: S, M; Colour: Red, Blue.

Variants:

- S, Red: 19.00 EUR, in stock
- M, Red: 19.00 EUR, in stock
- M, Blue: 24.00 EUR, out of stock

- Item number: TS`
    })
  })

  test("two items with one id, one without a name, one whose markup is broken: told, and the others taken", async () => {
    const items = await read(
      rss(
        lamp(),
        lamp().replace("39.90", "49.90"),
        "<item><g:id>N</g:id><g:price>1 EUR</g:price></item>",
        "<item><g:id>B</g:id><title>Broken</title></li><g:price>5 EUR</g:price></item>",
        lamp().replace("HL-2", "HL-3")
      )
    )
    expect(documents(items).map(({ id }) => id)).toEqual(["feed#HL-2", "feed#HL-3"])
    expect(failures(items)).toEqual([
      "feed, item 2: It has the same id as item 1: HL-2.",
      "feed, item 3: It has no name.",
      expect.stringMatching(/^feed, item 4: Its price can't be read. Its markup is broken \(unmatched closing tag/)
    ])
  })

  test("Atom, and a shop's own XML", async () => {
    const atom =
      '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><entry><id>tag:1</id><g:id>A1</g:id><title>Kettle</title><link rel="self" href="https://x.example/self"/><link href="https://shop.example/kettle"/><summary>Boils fast.</summary><g:price>25 GBP</g:price><updated>2026-05-06T07:08:09Z</updated></entry></feed>'
    expect(documents(await read(atom))[0]).toMatchObject({
      id: "feed#A1",
      url: "https://shop.example/kettle",
      changed: "2026-05-06T07:08:09.000Z",
      body: expect.stringContaining("Kettle – Price: 25.00 GBP.")
    })
    const own =
      '<shop><offers><offer id="7" available="true"><name>Kessel</name><price>25,00</price><currencyId>EUR</currencyId><param name="Leistung">2000 W</param><description>Der Kessel kocht das Wasser in drei Minuten und schaltet sich dann von selbst ab.</description></offer></offers></shop>'
    expect(documents(await read(own))[0]).toMatchObject({
      id: "feed#7",
      locale: "de",
      body: expect.stringMatching(
        /^Kessel – Preis: 25,00 EUR; Verfügbarkeit: auf Lager; Leistung: 2000 W\.\n\nDer Kessel/
      )
    })
  })

  test("cut in the middle: what was whole is taken, and then it says so", async () => {
    const items: ReadItem[] = []
    const text = rss(lamp(), lamp().replace("HL-2", "HL-3"), lamp()).slice(0, -90)
    const reading = async () => {
      for await (const item of feed.read(
        { path: "feed", size: 0, visibility: "public", open: async () => single(text) },
        never()
      ))
        items.push(item)
    }
    await expect(reading()).rejects.toMatchObject({
      name: "DocumentError",
      message: "It ends in the middle, after 2 items."
    })
    expect(documents(items)).toHaveLength(2)
  })

  test.each([
    ["a web page", "<!doctype html><html><body>Sign in</body></html>", "web page"],
    ["a sitemap", "<urlset><url><loc>https://x/</loc></url></urlset>", "sitemap"],
    ["nothing", "", "empty"],
    ["no product", rss("<item><link>https://x.example</link></item>"), "No product"]
  ])("%s is no feed", async (_, text, reason) => {
    await expect(read(text)).rejects.toMatchObject({ name: "DocumentError", message: expect.stringContaining(reason) })
  })
})

describe("CSV and JSON", () => {
  test("columns in other languages, parted by semicolons, commas in quotes", async () => {
    const items = await read(
      '\uFEFFArtikelnummer;Bezeichnung;Preis (brutto);Währung;Bestand;Farbe;Beschreibung\nK-1;"Kessel; groß";"1.299,00 €";EUR;3;rot;"Der Kessel kocht das Wasser in ""drei"" Minuten und\nschaltet sich dann von selbst ab."\nK-2;Tasse;4,5;EUR;0;;\n'
    )
    expect(documents(items)).toMatchObject([
      {
        id: "feed#K-1",
        title: "Kessel; groß",
        locale: "de",
        body: expect.stringMatching(
          /^Kessel; groß – Preis: 1299,00 EUR; Verfügbarkeit: auf Lager; Farbe: rot\.\n\nDer Kessel kocht das Wasser in "drei" Minuten[^]*\n- Bestand: 3\n- Artikelnummer: K-1$/
        )
      },
      { id: "feed#K-2", body: "Tasse – Preis: 4,50 EUR; Verfügbarkeit: nicht auf Lager.\n\n- Artikelnummer: K-2" }
    ])
  })

  test("a table without a feed's columns is none, and a quote that never ends is told", async () => {
    await expect(read("title,body\nHow to return,Send it back")).rejects.toMatchObject({
      message: expect.stringContaining("doesn't name the columns")
    })
    await expect(read('id,title,price\n1,"Lamp,3\n2,Cup,4\n')).rejects.toMatchObject({
      message: expect.stringContaining("quote")
    })
    expect([
      looksLikeProducts(["id", "title", "price"]),
      looksLikeProducts(["g:id", "g:title", "g:sale_price"]),
      looksLikeProducts(["商品番号", "商品名", "価格"]),
      looksLikeProducts(["id", "title", "body", "url"]),
      looksLikeProducts(["price", "answer"])
    ]).toEqual([true, true, true, false, false])
  })

  test("a list, an object with a list, an object a line: the same products", async () => {
    const [one, two] = [
      {
        id: 1,
        name: "Lamp {small}",
        price: { amount: "39.90", currency: "EUR" },
        stock: 4,
        brand: { name: "Halo" },
        options: { size: ["S", "M"] }
      },
      { id: "2", name: 'Cup "blue"', price: 4.5, currency: "EUR", inStock: false, images: ["a.png"] }
    ]
    const list = await read(JSON.stringify([one, two]))
    expect(documents(list)).toMatchObject([
      {
        id: "feed#1",
        title: "Lamp {small}",
        body: "Lamp {small} – Price: 39.90 EUR; Availability: in stock; Size: S, M.\n\n- In stock: 4\n- Brand: Halo\n- Item number: 1"
      },
      {
        id: "feed#2",
        title: 'Cup "blue"',
        body: 'Cup "blue" – Price: 4.50 EUR; Availability: out of stock.\n\n- Item number: 2'
      }
    ])
    for (const text of [
      JSON.stringify({ shop: { id: 9, name: "no item" }, products: [one, two], count: 2 }, undefined, 2),
      `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`
    ])
      expect(await read(text)).toEqual(list)
  })

  test("Shopify's products with variants", async () => {
    const text = JSON.stringify({
      products: [
        {
          id: 11,
          title: "Halo T-shirt",
          handle: "halo",
          body_html: "<p>Soft.</p>",
          vendor: "Halo",
          options: [{ name: "Size", values: ["S", "M"] }],
          variants: [
            { id: 1, title: "S", option1: "S", price: "19.00", available: true },
            { id: 2, title: "M", option1: "M", price: "21.00", available: false }
          ]
        }
      ]
    })
    expect(documents(await read(text))).toMatchObject([
      {
        id: "feed#group 11",
        title: "Halo T-shirt",
        body: expect.stringMatching(
          /– Price: 19\.00 to 21\.00; Size: S, M\.[^]*- S: 19\.00, in stock\n- M: 21\.00, out of stock\n\nSoft\.\n\n- Brand: Halo\n- Item number: 11$/
        )
      }
    ])
  })

  test("nested without an end it fails by itself: lists, offers, elements", async () => {
    const lamp = '"id":"1","title":"Lamp","price":"3","brand":"x"'
    const told = (text: string) => read(text, 65_536)
    expect(
      documents(await told(`[{${lamp},"offers":${'{"offers":'.repeat(9_000)}1${"}".repeat(9_000)}}]`)).map(
        ({ title }) => title
      )
    ).toEqual(["Lamp"])
    for (const text of [`[{${lamp},"x":${"[".repeat(20_000)}${"]".repeat(20_000)}}]`, `[${"[".repeat(100_000)}`])
      await expect(told(text)).rejects.toMatchObject({ message: "Its lists are nested too deeply to be read." })
    await expect(told(`<rss>${"<a>".repeat(20_000)}`)).rejects.toMatchObject({
      message: "Its elements are nested too deeply to be read."
    })
  })

  test("cut in the middle, or no JSON at all", async () => {
    await expect(read('[{"id":1,"name":"Lamp","price":"3 EUR"},{"id":2,"na')).rejects.toMatchObject({
      message: "It ends in the middle, after 1 items."
    })
    expect(failures(await read('[{"id":1,"name":"Lamp","price":"3 EUR"},{"id":2,"name":Cup}]'))).toEqual([
      expect.stringContaining("item 2")
    ])
    await expect(read('{"error": "not found"}')).rejects.toMatchObject({ name: "DocumentError" })
  })
})
