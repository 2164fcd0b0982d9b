import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { markdownOfPage } from "../../../src/ingest/formats/html/markdown-of-html.ts"
import { encodeAs } from "./encode.ts"
import { documents, failures } from "./read.ts"

const read = (name: string) => readFileSync(join(import.meta.dirname, "pages", name), "utf8")

/** Each page stands beside the Markdown that it must become. */
describe.each([
  [
    "zendesk",
    {
      title: "Returning something you bought",
      locale: "en-US",
      url: "https://help.halo.example/hc/en-us/articles/360001-Returning-something-you-bought"
    }
  ],
  ["intercom", { title: "Wie entkalke ich den Kocher?", locale: "de" }],
  ["wordpress", { title: "Livraison à l’étranger", locale: "fr-FR", changed: "2026-08-21T09:00:00+00:00" }],
  ["confluence", { title: "Cambiar la dirección de envío" }],
  ["notion", { title: "Garantia" }],
  ["plain", { title: "返品について", locale: "ja" }],
  ["soup", { title: "How to change your plan", locale: "en" }]
])("%s", (name, about) => {
  test("its article, without what stands around it", async () => {
    const { body, ...said } = await markdownOfPage(
      read(`${name}.html`),
      "https://help.halo.example/hc/en-us/articles/360001"
    )
    expect(body).toBe(read(`${name}.md`).trim())
    expect(said).toEqual(about)
  })
})

test("a page is found to be in another language than its template says", async () => {
  const german =
    "<p>Sie können die Ware innerhalb von dreißig Tagen nach der Lieferung zurückgeben, ohne einen Grund zu nennen.</p>"
  expect(await markdownOfPage(`<html lang="en"><body>${german}</body></html>`)).not.toHaveProperty("locale")
  expect(await markdownOfPage(`<html lang="de_AT"><body>${german}</body></html>`)).toMatchObject({ locale: "de-AT" })
})

test("where nothing marks the article and links stand all around it, the reader view finds it", async () => {
  const links = (name: string) =>
    Array.from(
      { length: 12 },
      (_, at) => `<span><a href="/${name}/${at}">A ${name} page about something else, number ${at}</a></span>`
    ).join(" ")
  const text =
    "You can change your plan at any time, up or down, and pay the difference for the days that are left. ".repeat(4)
  const { body, title } = await markdownOfPage(
    `<html><head><title>Plans - Acme</title></head><body><div class="a">${links("help")}</div><div class="b"><p>${text}</p><p>${text}</p><p>${text}</p></div><div class="c">${links("news")}</div></body></html>`
  )
  expect(title).toBe("Plans")
  expect(body.split("\n\n")).toEqual(Array.from({ length: 3 }, () => text.trim()))
})

test("links to useful pages inside an article stay", async () => {
  const { body } = await markdownOfPage(
    '<body><main><h1>Parcels</h1><p>Follow your parcel where it is.</p><ul><li><a href="https://post.example">Post</a></li><li><a href="https://dhl.example">DHL</a></li><li><a href="https://ups.example">UPS</a></li></ul><p>Ask us for the rest.</p></main></body>'
  )
  expect(body).toContain("- [DHL](https://dhl.example/)")
})

test("words of boilerplate inside a sentence, or as a heading of an article, are the author's", async () => {
  const { body } = await markdownOfPage(
    "<body><article><h1>Sharing</h1><h2>Share</h2><p>Press Share to send it. Was this helpful? is a question that we ask below each article.</p><h2>Comments</h2><p>Comments are switched on under Settings.</p></article></body>"
  )
  expect(body).toBe(
    "## Share\n\nPress Share to send it. Was this helpful? is a question that we ask below each article.\n\n## Comments\n\nComments are switched on under Settings."
  )
})

test.each([
  ["en", "Was this article helpful?"],
  ["en", "Did this answer your question?"],
  ["de", "War dieser Beitrag hilfreich?"],
  ["fr", "Cet article vous a-t-il été utile ?"],
  ["es", "¿Fue útil este artículo?"],
  ["es", "¿Le ha resultado útil este artículo?"],
  ["pt", "Esse artigo foi útil?"],
  ["pt", "Este artigo foi útil para você?"],
  ["ja", "この記事は役に立ちましたか？"],
  ["en", "12 out of 14 found this helpful"],
  ["de", "3 von 4 fanden dies hilfreich"],
  ["en", "Last updated on September 3, 2026"],
  ["de", "Zuletzt aktualisiert am 03.09.2026"],
  ["ja", "最終更新日：2026年9月3日"],
  ["fr", "Mis à jour le 3 septembre 2026"],
  ["pt", "Voltar ao topo"],
  ["es", "Volver arriba"]
])("%s: %s is off", async (_, line) => {
  const { body } = await markdownOfPage(
    `<body><article><h1>Title</h1><p>The lid is dishwasher-safe.</p><div><p>${line}</p></div></article></body>`
  )
  expect(body).toBe("The lid is dishwasher-safe.")
})

test.each(["windows-1252", "iso-8859-1", "utf-16le"])(
  "a saved page in %s is read by what it says and by its letters",
  async (charset) => {
    const page = (meta: string) =>
      `<html><head>${meta}<title>Grüße</title></head><body><p>Größere Mengen für Händler kosten weniger.</p></body></html>`
    for (const meta of [
      `<meta charset="${charset}">`,
      `<meta http-equiv="Content-Type" content="text/html; charset=${charset}">`,
      '<meta charset="utf-8">',
      ""
    ]) {
      expect(await documents("de/a.html", encodeAs(charset, page(meta)))).toMatchObject([
        { title: "Grüße", body: "Größere Mengen für Händler kosten weniger.", locale: "de" }
      ])
    }
  }
)

test("saved pages in Shift_JIS and EUC-JP", async () => {
  for (const charset of ["shift_jis", "euc-jp"])
    expect(
      await documents("a.htm", encodeAs(charset, read("plain.html").replace('charset="utf-8"', `charset="${charset}"`)))
    ).toMatchObject([{ title: "返品について", locale: "ja" }])
})

test("what a file is, its first bytes say", async () => {
  expect(await documents("page.txt", "<!DOCTYPE html><title>A page</title><p>Some words.</p>")).toMatchObject([
    { title: "A page", body: "Some words." }
  ])
  expect(await failures("picture.html", Buffer.from("89504e470d0a1a0a0000", "hex"))).toEqual([
    "picture.html: It is called .html and is a picture."
  ])
  expect(await failures("archive.md", Buffer.from("504b030414000000", "hex"))).toEqual([
    "archive.md: It is called .md and is a zip archive or an office file."
  ])
  expect(await documents("paper.html", readFileSync(join(import.meta.dirname, "pages/printed.pdf")))).toMatchObject([
    { title: "Care of the kettle" }
  ])
  expect(await failures("empty.html", "")).toEqual(["empty.html: The file is empty."])
  expect(
    await failures(
      "none.html",
      "<html><body><script>var a = 'words'</script><nav><a href='/'>Home</a></nav></body></html>"
    )
  ).toEqual(["none.html: The page has no text of its own."])
})

test("a file of a gigabyte is refused unread, with its size", async () => {
  const { documentsOf } = await import("../../../src/ingest/formats/read-documents.ts")
  const file = (path: string) => ({
    path,
    size: 1_073_741_824,
    visibility: "public" as const,
    open: () => Promise.reject(new Error("opened"))
  })
  for (const [ending, largest] of [
    ["html", "10 MB"],
    ["md", "5 MB"],
    ["txt", "5 MB"],
    ["csv", "500 MB"],
    ["jsonl", "500 MB"],
    ["json", "50 MB"],
    ["pdf", "50 MB"],
    ["docx", "50 MB"]
  ]) {
    expect(await Array.fromAsync(documentsOf(file(`a.${ending}`), AbortSignal.timeout(5000)))).toEqual([
      { type: "failed", path: `a.${ending}`, reason: `The file has 1.1 GB; a .${ending} file may have ${largest}.` }
    ])
  }
})

test("plain text: a title that stands alone, paragraphs, lists, and signs that are no markup", async () => {
  expect(
    await documents(
      "internal/note.txt",
      "Opening hours\r\n\r\nMonday to Friday,\r\n9 to 5 <noon closed>.\r\n\r\n\u2022 Easter: closed\r\n\u2022 May: open\r\n"
    )
  ).toMatchObject([
    {
      title: "Opening hours",
      body: "Monday to Friday,\n9 to 5 \\<noon closed>.\n\n- Easter: closed\n- May: open",
      visibility: "internal"
    }
  ])
  expect(await documents("a.txt", "Only one line of words here.")).toMatchObject([
    { title: "", body: "Only one line of words here." }
  ])
})
