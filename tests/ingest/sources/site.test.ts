import { gzipSync } from "node:zlib"
import { describe, expect, test } from "vitest"
import { siteSource, type SiteOptions } from "../../../src/ingest/sources/site/site.ts"
import type { ReadFrom, SourceItem } from "../../../src/ingest/source/source.ts"
import { fakeClock, never, pages, serve } from "./server.ts"

const xml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?>${body}`
const urlset = (...entries: string[]) =>
  xml(
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:xhtml="http://www.w3.org/1999/xhtml">${entries.join("")}</urlset>`
  )
const entry = (loc: string, rest = "") => `<url><loc>${loc}</loc>${rest}</url>`
const index = (...maps: string[]) =>
  xml(
    `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${maps.map((loc) => `<sitemap><loc>${loc}</loc></sitemap>`).join("")}</sitemapindex>`
  )
const page = (title: string, text = `${title} takes two days, and we tell you by e-mail when it is done.`, head = "") =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav><main><h1>${title}</h1><p>${text}</p></main></body></html>`

async function readAll(
  options: Omit<SiteOptions, "allowHosts" | "clock"> & Partial<SiteOptions>,
  from: ReadFrom = {}
): Promise<SourceItem[]> {
  const items: SourceItem[] = []
  for await (const item of siteSource({ allowHosts: ["127.0.0.1"], clock: fakeClock(), ...options }).read(
    from,
    never()
  ))
    items.push(item)
  return items
}

/** In short, addresses without their host. */
function told(items: SourceItem[], url: string): string[] {
  return items.flatMap((item) => {
    if (item.type === "document") return [`document ${item.document.id.replace(url, "")}`]
    if (item.type === "failed") return [`failed ${item.path.replace(url, "")}`]
    return item.type === "standing" || item.type === "gone" ? [`${item.type} ${item.id.replace(url, "")}`] : []
  })
}
const endOf = (items: SourceItem[]) => items.find((item) => item.type === "end")
const documents = (items: SourceItem[]) => items.flatMap((item) => (item.type === "document" ? [item.document] : []))
const reasons = (items: SourceItem[]) => items.flatMap((item) => (item.type === "failed" ? [item.reason] : []))

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

describe("one page", () => {
  test("gone, shut, broken, hidden, no page: told each, and the rest is read", async () => {
    const { url } = await serve(
      pages(() => ({
        "/sitemap.xml": urlset(
          ...[
            "404",
            "410",
            "401",
            "403",
            "500",
            "noindex",
            "header",
            "other",
            "picture",
            "empty",
            "deep",
            "signin",
            "z"
          ].map((name) => entry(`/${name}`))
        ),
        "/410": { status: 410 },
        "/401": { status: 401 },
        "/403": { status: 403 },
        "/500": { status: 500 },
        "/noindex": page("Hidden", undefined, '<meta name="ROBOTS" content="noarchive, NoIndex">'),
        "/header": { headers: { "x-robots-tag": "noindex" }, body: page("Hidden") },
        "/other": { headers: { "x-robots-tag": "otherbot: noindex" }, body: page("Shown") },
        "/picture": { type: "image/png", body: "PNG" },
        "/deep": "<div>".repeat(50_000),
        "/empty": "<html><body><script>draw()</script></body></html>",
        "/signin": { status: 302, headers: { location: "/login?to=signin" } },
        "/z": page("Last")
      }))
    )
    const items = await readAll({ address: `${url}/sitemap.xml` })
    expect(told(items, url)).toEqual([
      "failed /401",
      "failed /403",
      "gone /404",
      "gone /410",
      "failed /500",
      "failed /deep",
      "failed /empty",
      "gone /header",
      "gone /noindex",
      "document /other",
      "failed /picture",
      "failed /signin",
      "document /z"
    ])
    expect(reasons(items)[0]).toBe("It may not be read without signing in (status 401).")
    expect(reasons(items)).toContain("It is shown only after signing in.")
  })

  test("under several addresses it is taken once, under its own", async () => {
    const canonical = (href: string) => `<link rel="canonical" href="${href}">`
    const { url } = await serve(
      pages(() => ({
        "/sitemap.xml": urlset(
          ...["a", "a?print", "b?utm", "b?ref", "c", "moved", "far"].map((path) => entry(`/${path}`))
        ),
        "/a": page("A", undefined, canonical("/a")),
        "/a?print": page("A", undefined, canonical("/a")),
        "/b?utm": page("B", undefined, canonical("/b")),
        "/b?ref": page("B", undefined, canonical("/b")),
        "/c": page("C", undefined, canonical("https://elsewhere.example/c")),
        "/moved": { status: 301, headers: { location: "/c" } },
        "/far": { status: 302, headers: { location: "https://elsewhere.example/" } }
      }))
    )
    const items = await readAll({ address: `${url}/sitemap.xml` })
    expect(told(items, url)).toEqual(["document /a", "document /b", "failed /b?utm", "document /c", "failed /far"])
    expect(reasons(items)).toEqual([
      expect.stringContaining("the same page as"),
      expect.stringContaining("another host")
    ])
  })

  test("a file that a format reads is a page too", async () => {
    const { url } = await serve(
      pages(() => ({
        "/sitemap.xml": urlset(
          entry("/notes", "<lastmod>2026-03-04</lastmod>"),
          entry("/rules.txt"),
          entry("/table.csv")
        ),
        "/table.csv": { type: "text/csv", body: "question,answer\nHow long?,Two days.\nHow much?,Four euros.\n" },
        "/notes": { type: "text/markdown", body: "# Notes\n\nSend it *back*." },
        "/rules.txt": "Rules of the house\n\nNo smoking."
      }))
    )
    const items = await readAll({ address: `${url}/sitemap.xml` })
    expect(reasons(items)).toEqual([expect.stringContaining("more than one document")])
    expect(documents(items)).toMatchObject([
      { id: `${url}/notes`, path: `${url}/notes`, url: `${url}/notes`, changed: "2026-03-04", visibility: "public" },
      { id: `${url}/rules.txt`, body: expect.stringContaining("No smoking") }
    ])
  })

  test.each([
    ["by the server alone", "text/html; charset=windows-1252", "", "latin1"],
    ["by the page", "text/html", '<meta charset="iso-8859-1">', "latin1"],
    ["by nobody", "text/html", "", "latin1"],
    ["as UTF-8 by nobody", "text/html", "", "utf8"],
    ["wrongly", "text/html; charset=no-such", "", "utf8"]
  ] as const)("its encoding is told %s", async (_, type, head, encoding) => {
    const words = "Die Rückgabe größerer Geräte ist für Käufer möglich, wenn sie über dreißig Tage zurückliegt."
    const { url } = await serve(
      pages(() => ({
        "/sitemap.xml": urlset(entry("/a")),
        "/a": { type, body: Buffer.from(page("Rückgabe", words, head), encoding) }
      }))
    )
    expect(documents(await readAll({ address: `${url}/sitemap.xml` }))[0]?.body).toContain(
      "größerer Geräte ist für Käufer möglich"
    )
  })
})

describe("again, and on from where it stood", () => {
  const day = 24 * 3600 * 1000
  const start = Date.parse("2026-11-20T12:00:00Z")

  test("what hasn't changed isn't fetched, by the sitemap's date or by the server's word", async () => {
    let dates = ["2026-11-01", "2026-11-20", "2026-11-20T09:00:00Z"]
    let tag = '"1"'
    const { url, asked } = await serve((incoming, out) => {
      const [old = "", today = "", timed = ""] = dates
      const lastmod = (date: string) => `<lastmod>${date}</lastmod>`
      const all = {
        "/sitemap.xml": urlset(
          entry("/old", lastmod(old)),
          entry("/today", lastmod(today)),
          entry("/timed", lastmod(timed)),
          entry("/tagged"),
          entry("/plain")
        ),
        "/old": page("Old"),
        "/today": page("Today"),
        "/timed": page("Timed"),
        "/plain": page("Plain")
      }
      if (incoming.url !== "/tagged") return pages(() => all)(incoming, out)
      if (incoming.headers["if-none-match"] === tag) out.writeHead(304).end()
      else out.writeHead(200, { "content-type": "text/html", etag: tag }).end(page("Tagged"))
    })
    const read = async (since: string | undefined, now: number) => {
      asked.length = 0
      const items = await readAll(
        { address: `${url}/sitemap.xml`, clock: fakeClock(now) },
        since === undefined ? {} : { since }
      )
      const end = endOf(items)
      return {
        told: told(items, url),
        asked: asked.slice(2),
        since: end?.type === "end" ? end.since : undefined,
        all: end?.type === "end" && end.all
      }
    }
    const first = await read(undefined, start)
    expect(first.told).toEqual([
      "document /old",
      "document /plain",
      "document /tagged",
      "document /timed",
      "document /today"
    ])
    const second = await read(first.since, start + 3600_000)
    // The date of today may be another version's tomorrow.
    expect(second).toMatchObject({
      told: ["standing /old", "document /plain", "standing /tagged", "standing /timed", "document /today"],
      asked: ["GET /plain", "GET /tagged", "GET /today"],
      all: true
    })
    dates = ["2026-11-02", "2026-11-20", "2026-11-20T09:00:00Z"]
    tag = '"2"'
    const third = await read(second.since, start + 4 * day)
    expect(third.told).toEqual([
      "document /old",
      "document /plain",
      "document /tagged",
      "standing /timed",
      "document /today"
    ])
    const fourth = await read(third.since, start + 5 * day)
    expect(fourth.told).toEqual([
      "standing /old",
      "document /plain",
      "standing /tagged",
      "standing /timed",
      "standing /today"
    ])
    // A week after they were last not relied on, dates are put to the proof.
    expect((await read(fourth.since, start + 8 * day)).asked).toHaveLength(5)
    expect((await read("{broken", start)).asked).toHaveLength(5)
  })

  test("a page that failed is asked for again, whatever its date", async () => {
    let broken = true
    const { url } = await serve((incoming, out) =>
      pages(() => ({
        "/sitemap.xml": urlset(
          entry("/a", "<lastmod>2026-01-01</lastmod>"),
          entry("/b", "<lastmod>2026-01-01</lastmod>")
        ),
        "/a": page("A"),
        "/b": broken ? { status: 500 } : page("B")
      }))(incoming, out)
    )
    const end = endOf(await readAll({ address: `${url}/sitemap.xml` }))
    broken = false
    expect(
      told(
        await readAll(
          { address: `${url}/sitemap.xml` },
          end?.type === "end" && end.since !== undefined ? { since: end.since } : {}
        ),
        url
      )
    ).toEqual(["standing /a", "document /b"])
  })

  test("an interrupted read goes on behind its last address", async () => {
    const names = Array.from({ length: 25 }, (_, n) => `/p${String(n).padStart(2, "0")}`)
    const { url } = await serve(
      pages(() => ({
        "/sitemap.xml": urlset(...names.map((name) => entry(name))),
        ...Object.fromEntries(names.map((name) => [name, page(`Page ${name}`)]))
      }))
    )
    const whole = await readAll({ address: `${url}/sitemap.xml` })
    const [, at] = whole.flatMap((item) => (item.type === "at" ? [item.at] : []))
    expect(at).toBe(`${url}/p19`)
    const rest = await readAll({ address: `${url}/sitemap.xml` }, at === undefined ? {} : { at })
    expect(told(rest, url)).toEqual(names.slice(20).map((name) => `document ${name}`))
    expect([rest[0], endOf(rest)]).toMatchObject([{ type: "total", documents: 25 }, { all: true }])
  })

  test("a site that goes away in the middle ends the read, to be gone on with later", async () => {
    const names = Array.from({ length: 40 }, (_, n) => `/p${String(n).padStart(2, "0")}`)
    let served = 0
    const { url } = await serve((incoming, out) => {
      if (names.includes(incoming.url ?? "") && ++served > 15) return void incoming.socket.destroy()
      pages(() => ({
        "/sitemap.xml": urlset(...names.map((name) => entry(name))),
        ...Object.fromEntries(names.map((name) => [name, page(`Page ${name}`)]))
      }))(incoming, out)
    })
    const items: SourceItem[] = []
    const reading = async () => {
      for await (const item of siteSource({
        address: `${url}/sitemap.xml`,
        allowHosts: ["127.0.0.1"],
        clock: fakeClock(),
        tries: 2
      }).read({}, never()))
        items.push(item)
    }
    await expect(reading()).rejects.toMatchObject({ code: "source-away", retryable: true })
    expect([documents(items).length, items.findLast((item) => item.type === "at"), endOf(items)]).toEqual([
      15,
      { type: "at", at: `${url}/p09` },
      undefined
    ])
  })

  test("called off, it asks no more", async () => {
    const called = new AbortController()
    const { url, asked } = await serve((incoming, out) => {
      if (incoming.url === "/p1") called.abort(new Error("enough"))
      pages(() => ({
        "/sitemap.xml": urlset(...Array.from({ length: 50 }, (_, n) => entry(`/p${n}`))),
        "/p0": page("A"),
        "/p1": page("B")
      }))(incoming, out)
    })
    const read = async () => {
      for await (const item of siteSource({
        address: `${url}/sitemap.xml`,
        allowHosts: ["127.0.0.1"],
        clock: fakeClock()
      }).read({}, called.signal))
        if (item.type === "end") break
    }
    await expect(read()).rejects.toThrow("enough")
    expect(asked.length).toBeLessThan(10)
  })
})

test("no more than five requests a second, by the server's own clock", async () => {
  const times: number[] = []
  const { url } = await serve((incoming, out) => {
    times.push(performance.now())
    // A redirect is a request too.
    if (incoming.url === "/p0") return void out.writeHead(302, { location: "/moved" }).end()
    pages(() => ({
      "/moved": page("Moved"),
      "/sitemap.xml": urlset(...Array.from({ length: 6 }, (_, n) => entry(`/p${n}`))),
      ...Object.fromEntries(Array.from({ length: 6 }, (_, n) => [`/p${n}`, page(`Page ${n}`)]))
    }))(incoming, out)
  })
  for await (const item of siteSource({ address: `${url}/sitemap.xml`, allowHosts: ["127.0.0.1"] }).read({}, never()))
    if (item.type === "end") break
  expect(times).toHaveLength(9)
  expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(8 * 200 - 150)
})

test("a site at a private address is read only where its host is allowed", async () => {
  const { url, asked } = await serve(pages(() => ({})))
  await expect(readAll({ address: url, allowHosts: [] })).rejects.toMatchObject({ code: "source-refused" })
  expect(asked).toEqual([])
})

test("the same site has the same collection, another has another", () => {
  const of = (address: string) => siteSource({ address }).collection
  expect(of("https://Help.example.com")).toBe(of("https://help.example.com/#top"))
  expect(
    new Set([of("https://help.example.com/"), of("https://help.example.com/de/"), of("https://example.com/")]).size
  ).toBe(3)
  expect(of("https://help.example.com")).toMatch(/^help\.example\.com-[0-9a-f]{6}$/)
})
