import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { fakeClock, pages, serve } from "./server.ts"
import { documents, endOf, entry, page, readAll, told, urlset, xml } from "./site-read.ts"
import { reasons } from "./site-reasons.ts"

const index = (...maps: string[]) =>
  xml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.map((loc) => `<sitemap><loc>${loc}</loc></sitemap>`).join("")}</sitemapindex>`
  )

describe("which pages", () => {
  test("a sitemap's pages in the order of their addresses, each with title, language, date and text", async () => {
    const { url } = await serve(
      pages(() => ({
        "/sitemap.xml": urlset(
          entry(`${url}/b#part`, "<lastmod>2026-05-01</lastmod>"),
          entry(`${url}/a?x=1&amp;y=2`, "<image:image><image:loc>/picture.png</image:loc></image:image>"),
          entry(
            `${url}/fr`,
            `<xhtml:link rel="alternate" hreflang="fr" href="${url}/fr"/><xhtml:link rel="alternate" hreflang="en" href="${url}/b"/>`
          ),
          entry(`${url}/b`)
        ),
        "/b": page("Refunds"),
        "/a?x=1&y=2": page(
          "Returns",
          undefined,
          '<meta property="article:modified_time" content="2026-04-03T10:00:00Z">'
        ),
        "/fr":
          "<html><head><title>Retours</title></head><body><main><h1>Retours</h1><p>Le remboursement arrive sous deux jours sur votre compte.</p></main></body></html>"
      }))
    )
    const items = await readAll({ address: `${url}/sitemap.xml` })
    expect(documents(items)).toMatchObject([
      {
        id: `${url}/a?x=1&y=2`,
        title: "Returns",
        kind: "article",
        visibility: "public",
        locale: "en",
        changed: "2026-04-03T10:00:00Z",
        url: `${url}/a?x=1&y=2`,
        body: expect.stringContaining("takes two days")
      },
      { id: `${url}/b`, title: "Refunds", changed: "2026-05-01" },
      { id: `${url}/fr`, title: "Retours", locale: "fr" }
    ])
    expect([items[0], endOf(items)]).toMatchObject([{ type: "total", documents: 3 }, { all: true }])
    expect(documents(items).map(({ body }) => /Home/.test(body))).toEqual([false, false, false])
  })

  test("from the site's root by robots.txt, from a part of it what lies below", async () => {
    const { url } = await serve(
      pages(() => ({
        "/robots.txt": `User-agent: *\nAllow: /\nSitemap: ${url}/maps/all.xml.gz\nSitemap: https://cdn.example/other.xml`,
        "/maps/all.xml.gz": {
          type: "application/gzip",
          body: gzipSync(urlset(entry(`${url}/help/a`), entry(`${url}/shop/b`)))
        },
        "/help/a": page("A"),
        "/shop/b": page("B")
      }))
    )
    expect(told(await readAll({ address: `${url}/` }), url)).toEqual(["document /help/a", "document /shop/b"])
    expect(told(await readAll({ address: `${url}/help/` }), url)).toEqual(["document /help/a"])
    await expect(readAll({ address: `${url}/nowhere/` })).rejects.toMatchObject({ code: "source-unreadable" })
  })

  test("sitemaps that name each other, and one that never ends, come to an end", async () => {
    let made = 0
    const { url, asked } = await serve(({ url: path = "" }, out) => {
      if (path === "/robots.txt") return void out.writeHead(404).end()
      if (path.startsWith("/deep")) return void out.end(index(`${url}/deep/${made++}.xml`))
      if (path === "/page") return void out.setHeader("content-type", "text/html").end(page("Page"))
      out.end(
        path === "/one.xml"
          ? index(`${url}/two.xml`, `${url}/one.xml`, `${url}/deep.xml`)
          : path === "/two.xml"
            ? index(`${url}/one.xml`, `${url}/map.xml`)
            : urlset(entry(`${url}/page`))
      )
    })
    const items = await readAll({ address: `${url}/one.xml` })
    expect(told(items, url)).toEqual([expect.stringMatching(/^failed \/deep\/\d/), "document /page"])
    expect(endOf(items)).toMatchObject({ all: false })
    expect(asked.length).toBeLessThan(12)
  })

  test("of a sitemap that names thousands of sitemaps and hosts five hundred are read, and the rest is told in a line", async () => {
    const many = (count: number, address: (n: number) => string) => Array.from({ length: count }, (_, n) => address(n))
    const { url, asked } = await serve(
      pages(() => ({
        "/maps.xml": index(
          ...many(3_000, (n) => `${url}/map${n}.xml`),
          ...many(3_000, (n) => `https://host${n}.example/`)
        ),
        "/map0.xml": urlset(entry(`${url}/page`)),
        "/page": page("Page")
      }))
    )
    const items = await readAll({ address: `${url}/maps.xml` })
    expect(asked.filter((path) => /map\d+\.xml$/.test(path))).toHaveLength(499)
    expect(items.filter((item) => item.type === "failed" && /more than 500 sitemaps/.test(item.reason))).toHaveLength(1)
    expect(items.filter((item) => item.type === "failed" && /other host/.test(item.reason))).toHaveLength(101)
    expect([items.filter(({ type }) => type === "document").length, endOf(items)]).toMatchObject([1, { all: false }])
  })

  test("addresses of other hosts and what robots.txt shuts are left out, and told", async () => {
    const { url, asked } = await serve(
      pages(() => ({
        "/robots.txt": "User-agent: replywright\nDisallow: /private\nCrawl-delay: 2\n\nUser-agent: *\nDisallow: /",
        "/sitemap.xml": urlset(
          entry(`${url}/a`),
          entry(`${url}/private/b`),
          entry("https://elsewhere.example/c"),
          entry("ftp://x/y"),
          entry("/d")
        ),
        "/a": page("A"),
        "/d": page("D")
      }))
    )
    const clock = fakeClock()
    const items = await readAll({ address: `${url}/sitemap.xml`, clock })
    expect(told(items, url)).toEqual(["failed elsewhere.example", "failed /robots.txt", "document /a", "document /d"])
    expect([reasons(items)[1], asked.includes("GET /private/b"), clock.waited.slice(1)]).toEqual([
      "It keeps 1 of 3 pages from being read.",
      false,
      [2000, 2000]
    ])
  })

  test("a robots.txt that allows nothing, or can't be read now", async () => {
    const shut = await serve(
      pages(() => ({ "/robots.txt": "User-agent: *\nDisallow: /", "/sitemap.xml": urlset(entry(`${shut.url}/a`)) }))
    )
    await expect(readAll({ address: shut.url })).rejects.toMatchObject({
      code: "source-refused",
      message: expect.stringContaining("robots.txt")
    })
    const broken = await serve(pages(() => ({ "/robots.txt": { status: 500 } })))
    await expect(readAll({ address: broken.url })).rejects.toMatchObject({ code: "source-away" })
    expect(broken.asked).toEqual(["GET /robots.txt"])
  })

  test("no sitemap, a web page for one, one that is cut, one without pages", async () => {
    const cut = urlset(entry("/a"), entry("/b")).slice(0, -25)
    const { url } = await serve(
      pages(() => ({
        "/page.xml": page("Not found"),
        "/feed.xml": xml("<rss><channel/></rss>"),
        "/cut.xml": cut,
        "/empty.xml": urlset(),
        "/a": page("A")
      }))
    )
    await expect(readAll({ address: url })).rejects.toMatchObject({ message: expect.stringContaining("no sitemap") })
    await expect(readAll({ address: `${url}/page.xml` })).rejects.toMatchObject({
      message: expect.stringContaining("perhaps a web page")
    })
    await expect(readAll({ address: `${url}/feed.xml` })).rejects.toMatchObject({
      message: expect.stringContaining("begins with <rss>")
    })
    await expect(readAll({ address: `${url}/empty.xml` })).rejects.toMatchObject({
      message: expect.stringContaining("names no page")
    })
    const items = await readAll({ address: `${url}/cut.xml` })
    expect([told(items, url), endOf(items)]).toMatchObject([["failed /cut.xml", "document /a"], { all: false }])
  })

  test("50,001 addresses are too many, and the rest is not taken for gone", async () => {
    const { url } = await serve(
      pages(() => ({
        "/robots.txt": "User-agent: *\nDisallow: /p/",
        "/sitemap.xml": urlset(entry("/a"), ...Array.from({ length: 50_000 }, (_, n) => entry(`/p/${n}`))),
        "/a": page("A")
      }))
    )
    const items = await readAll({ address: `${url}/sitemap.xml` })
    expect([told(items, url), endOf(items)]).toMatchObject([
      ["failed /sitemap.xml", "failed /robots.txt", "document /a"],
      { all: false }
    ])
  })
})
