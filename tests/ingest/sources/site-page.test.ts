import { describe, expect, test } from "vitest"
import { pages, serve } from "./server.ts"
import { documents, entry, page, readAll, told, urlset } from "./site-read.ts"
import { reasons } from "./site-reasons.ts"

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
