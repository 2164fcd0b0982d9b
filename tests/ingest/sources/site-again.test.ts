import { describe, expect, test } from "vitest"
import { siteSource } from "../../../src/ingest/sources/site/site.ts"
import type { SourceItem } from "../../../src/ingest/source/source.ts"
import { fakeClock, never, pages, serve } from "./server.ts"
import { documents, endOf, entry, page, readAll, told, urlset } from "./site-read.ts"

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
    // The date of today may belong to another version tomorrow.
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
    // A week after the dates were last ignored, they are verified.
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
