import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { documentsOf } from "../../../src/ingest/formats/read-documents.ts"
import { feed } from "../../../src/ingest/formats/feed.ts"
import { readPrice, writePrice } from "../../../src/ingest/formats/feed/price.ts"
import type { ReadItem } from "../../../src/ingest/formats/common/format.ts"
import { feedSource } from "../../../src/ingest/sources/feed.ts"
import { sourceKinds } from "../../../src/ingest/sources/index.ts"
import type { SourceArguments } from "../../../src/ingest/source/source-kind.ts"
import type { ReadFrom, SourceItem } from "../../../src/ingest/source/source.ts"
import { fakeClock, never, pages, serve } from "./server.ts"
import { documents, failures, lamp, read, rss, single } from "./feed-read.ts"

test("among files, a table or JSON with a feed's columns is one; of articles it is not", async () => {
  const titles = async (path: string, text: string) => {
    const items: ReadItem[] = []
    for await (const item of documentsOf(
      { path, size: text.length, visibility: "public", open: async () => single(text) },
      never()
    ))
      items.push(item)
    return documents(items).map(({ kind, title }) => `${kind} ${title}`)
  }
  expect(await titles("shop.csv", '"SKU";"Name";"Price";"Description"\n1;Lamp;"3,50";Warm\n')).toEqual(["product Lamp"])
  expect(await titles("excel.csv", "sep=;\r\nid;title;price\r\n1;Lamp, large;3,50 EUR\r\n")).toEqual([
    "product Lamp, large"
  ])
  expect(await titles("shop.json", '{"products": [{"id": 1, "title": "Lamp", "price": "3 EUR"}]}')).toEqual([
    "product Lamp"
  ])
  expect(await titles("shop.jsonl", '{"id": 1, "title": "Lamp", "price": "3 EUR"}\n')).toEqual(["product Lamp"])
  expect(await titles("shop.xml", rss(lamp()))).toEqual(["product Halo-2 desk lamp"])
  expect(await titles("faq.csv", "id,title,body\n1,Returns,Send it back within thirty days.\n")).toEqual([
    "article Returns"
  ])
})

test.each([
  ["39.90 EUR", "39.90", "EUR"],
  ["EUR 39,90", "39.90", "EUR"],
  ["$1,299.00", "1299.00", "USD"],
  ["1.299 €", "1299", "EUR"],
  ["1 299,50 €", "1299.50", "EUR"],
  ["3,990円", "3990", "JPY"],
  ["R$ 12,5", "12.5", "BRL"],
  ["CHF 1'299.–", "1299", "CHF"],
  ["0", "0", undefined],
  ["39.9000", "39.90", undefined],
  ["10-20 EUR", undefined, undefined],
  ["on request", undefined, undefined],
  ["2 for 5 EUR", undefined, undefined],
  ["-3", undefined, undefined],
  ["1.2.3", undefined, undefined]
])("the price %s", (text, amount, currency) => {
  expect(readPrice(text)).toEqual(
    amount === undefined ? undefined : { amount, ...(currency !== undefined && { currency }) }
  )
})

test("a price as its language writes it", () => {
  expect([
    writePrice({ amount: "1299", currency: "EUR" }, "de"),
    writePrice({ amount: "39.9", currency: "EUR" }, "fr"),
    writePrice({ amount: "39.90", currency: "USD" }, "en"),
    writePrice({ amount: "3990", currency: "JPY" }, "ja")
  ]).toEqual(["1299,00 EUR", "39,90 EUR", "39.90 USD", "3990 JPY"])
})

describe("what is meant by an address", () => {
  const given = { visibility: "public", values: {}, environment: {}, folder: "/" } as const
  const open = async (argument: string, values: SourceArguments["values"] = {}) => {
    for (const kind of sourceKinds) {
      const [opened] = [(await kind.open(argument, { ...given, values })) ?? []].flat()
      if (opened) return `${opened.source.kind} ${opened.argument}`
    }
    return undefined
  }

  test.each([
    ["https://shop.example/feed.xml", "feed feed:https://shop.example/feed.xml"],
    ["https://shop.example/a.csv.gz?key=1", "feed feed:https://shop.example/a.csv.gz?key=1"],
    ["feed:https://shop.example/export", "feed feed:https://shop.example/export"],
    ["https://help.example/sitemap_index.xml", "site site:https://help.example/sitemap_index.xml"],
    ["https://help.example", "site site:https://help.example/"],
    ["site:https://help.example/all.xml", "site site:https://help.example/all.xml"]
  ])("%s", async (argument, opened) => expect(await open(argument)).toBe(opened))

  test("options that are wrong are told at once", async () => {
    await expect(open("https://help.example", { rate: "fast" })).rejects.toMatchObject({
      message: "--rate takes a number from 0.01 to 50."
    })
    await expect(open("https://kim:secret@help.example/")).rejects.toMatchObject({ code: "source-refused" })
  })
})

describe("at an address", () => {
  async function readAll(address: string, from: ReadFrom = {}): Promise<SourceItem[]> {
    const items: SourceItem[] = []
    for await (const item of feedSource({ address, allowHosts: ["127.0.0.1"], clock: fakeClock() }).read(from, never()))
      items.push(item)
    return items
  }

  test("packed or not, and unchanged it isn't fetched again", async () => {
    const { url, requests } = await serve((incoming, out) => {
      if (incoming.headers["if-none-match"] === '"1"') out.writeHead(304).end()
      else out.writeHead(200, { etag: '"1"' }).end(incoming.url === "/a.xml.gz" ? gzipSync(rss(lamp())) : rss(lamp()))
    })
    for (const path of ["/a.xml", "/a.xml.gz"]) {
      const items = await readAll(url + path)
      const end = items.at(-1)
      expect(documents(items).map(({ title }) => title)).toEqual(["Halo-2 desk lamp"])
      expect(end).toEqual({ type: "end", all: true, since: '{"etag":"\\"1\\""}' })
      expect(await readAll(url + path, { since: '{"etag":"\\"1\\""}' })).toEqual([
        { type: "end", all: false, since: '{"etag":"\\"1\\""}' }
      ])
    }
    expect(requests).toHaveLength(4)
  })

  test("an interrupted read goes on in the same version, and from the beginning in another", async () => {
    const all = Array.from({ length: 1200 }, (_, n) => lamp().replace("HL-2", `HL-${n}`))
    let etag = '"1"'
    const { url } = await serve((_, out) => out.writeHead(200, { etag }).end(rss(...all)))
    const at = (await readAll(`${url}/a.xml`)).flatMap((item) => (item.type === "at" ? [item.at] : []))
    expect(at).toHaveLength(2)
    expect(documents(await readAll(`${url}/a.xml`, { at: at[1] ?? "" }))).toHaveLength(200)
    etag = '"2"'
    expect(documents(await readAll(`${url}/a.xml`, { at: at[1] ?? "" }))).toHaveLength(1200)
  })

  test("a connection that is cut keeps what came and can be gone on with; a feed that is cut takes nothing for gone", async () => {
    const whole = rss(...Array.from({ length: 3000 }, (_, n) => lamp().replace("HL-2", `HL-${n}`)))
    const torn = await serve(({ socket }, out) => {
      out.writeHead(200, { "content-length": whole.length })
      out.write(whole.slice(0, whole.length / 2), () => socket.destroy())
    })
    await expect(readAll(`${torn.url}/a.xml`)).rejects.toMatchObject({ code: "source-away", retryable: true })
    const short = await serve((_, out) => out.end(whole.slice(0, whole.length / 2)))
    const items = await readAll(`${short.url}/a.xml`)
    expect([documents(items).length > 1000, failures(items), items.at(-1)]).toEqual([
      true,
      [expect.stringContaining("ends in the middle")],
      { type: "end", all: false }
    ])
  })

  test("nothing there, not for us, a page that wants a sign-in, a private address", async () => {
    const { url } = await serve(
      pages(() => ({ "/shut.xml": { status: 401 }, "/page.xml": "<!doctype html><html><body>Sign in</body></html>" }))
    )
    await expect(readAll(`${url}/none.xml`)).rejects.toMatchObject({
      code: "source-unreadable",
      message: expect.stringContaining("There is no feed")
    })
    await expect(readAll(`${url}/shut.xml`)).rejects.toMatchObject({ code: "source-refused" })
    await expect(readAll(`${url}/page.xml`)).rejects.toMatchObject({
      code: "source-unreadable",
      message: expect.stringContaining("web page")
    })
    await expect(feedSource({ address: url }).read({}, never())[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: "source-refused"
    })
  })
})

test("of a large feed only the items of a few thousand groups are held, and one that comes too late is told", async () => {
  const N = 12_000
  let made = 0
  const item = (id: number, group: number) =>
    lamp(`<g:item_group_id>G${group}</g:item_group_id>`).replace("HL-2", `HL-${id}`)
  async function* large() {
    yield Buffer.from(rss().split("</channel>")[0] ?? "")
    for (; made < N; made += 2) yield Buffer.from(item(made, made) + item(made + 1, made))
    yield Buffer.from(`${item(N, 0)}</channel></rss>`)
  }
  let [told, held] = [0, 0]
  const failed: string[] = []
  for await (const one of feed.read(
    { path: "feed", size: 0, visibility: "public", open: async () => large() },
    never()
  )) {
    if (one.type === "failed") failed.push(one.reason)
    else held = Math.max(held, made - 2 * ++told)
  }
  expect([told, held < 5000, failed]).toEqual([
    N / 2,
    true,
    ["It stands too far from the other items of its group G0, which is told without it."]
  ])
})

test("what goes with a product, what may take its place and what it replaces is read as shops export it", async () => {
  const details = async (csv: string) =>
    Object.fromEntries(documents(await read(csv)).map(({ title, details: all }) => [title, all]))
  const own = await details(
    "id,title,price,product_type,goes_with,replaces\nA1,Lamp,9 EUR,Lamps,B1; B2,A0\nB1,Bulb,2 EUR,Bulbs,,\n"
  )
  expect(own["Lamp"]).toMatchObject({ ids: ["A1"], category: "Lamps", goesWith: ["B1", "B2"], replaces: ["A0"] })
  expect(own["Bulb"]).not.toHaveProperty("goesWith")
  // WooCommerce's export.
  const woo = await details(
    'ID,Type,SKU,Name,"In stock?",Stock,"Regular price",Categories,Upsells,Cross-sells\n12,simple,K-1,Kettle,0,0,49,Kettles,"K-2, id:15",FLT-1\n'
  )
  expect(woo["Kettle"]).toMatchObject({
    ...{ ids: ["12", "K-1"], availability: "out-of-stock", category: "Kettles", price: "49" },
    ...{ alternatives: ["K-2", "15"], goesWith: ["FLT-1"] }
  })
  // Shopify's export, whose recommendations are metafields.
  const shopify = await details(
    'Handle,Title,Vendor,Type,"Variant SKU","Variant Inventory Qty","Variant Price","Complementary products (product.metafields.shopify--discovery--product_recommendation.complementary_products)","Related products (product.metafields.shopify--discovery--product_recommendation.related_products)"\npan,Pan,Anvil,Pans,P-28,4,58.00,lid,pan-24\n'
  )
  expect(shopify["Pan"]).toMatchObject({
    ...{ ids: ["pan", "P-28"], availability: "in-stock", category: "Pans", goesWith: ["lid"], alternatives: ["pan-24"] }
  })
})
