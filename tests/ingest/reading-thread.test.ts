import { expect, test } from "vitest"
import { DocumentError, type ImportFile, type ReadItem } from "../../src/ingest/formats/common/format.ts"
import { documentsOf } from "../../src/ingest/formats/read-documents.ts"
import { documentsOfFile, productsOfFeed } from "../../src/ingest/reading/documents-of-file.ts"
import { readHtmlPage, readHtmlPiece, readWikiPage } from "../../src/ingest/reading/read-html.ts"
import { MAX_BYTES_HERE, htmlInThread, readInThread } from "../../src/ingest/reading/reading-thread.ts"

const never = new AbortController().signal
const fileOf = (path: string, text: string): ImportFile => ({
  path,
  size: text.length,
  visibility: "public",
  open: async () => pieces(Buffer.from(text))
})
async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += 5000) yield bytes.subarray(at, at + 5000)
}
const scriptOf = (code: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from "node:worker_threads"; parentPort.on("message", (message) => { ${code} })`)}`
  )
const all = (items: AsyncIterable<ReadItem>) => Array.fromAsync(items)
const TABLE = `title,body\n${Array.from({ length: 1500 }, (_, at) => `Page ${at},What page ${at} says.\n`).join("")}`

test("a long file gives the same documents in the thread as without it, however many there are", async () => {
  expect(TABLE.length).toBeGreaterThan(MAX_BYTES_HERE)
  const documents = await all(documentsOfFile(fileOf("pages.csv", TABLE), never))
  expect(documents).toHaveLength(1500)
  expect(documents).toEqual(await all(documentsOf(fileOf("pages.csv", TABLE), never)))
})

test("one event loop goes on while a page of 2,000 cells is read", async () => {
  const page = fileOf("cells.html", `<h1>Sizes</h1><table><tr>${"<td>a</td>".repeat(2000)}</tr></table>`)
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  const [item] = await all(documentsOfFile(page, never))
  clearInterval(timer)
  expect(item?.type).toBe("document")
  expect(turns).toBeGreaterThan(5)
})

test("a file that takes too long is reported with what to do, and the next one is read", async () => {
  const late = readInThread(fileOf("a.md", "# A\n\nTea."), never, {
    script: scriptOf("for (;;) {}"),
    deadline: () => 50
  })
  expect(await all(late)).toEqual([
    { type: "failed", path: "a.md", reason: expect.stringMatching(/took too long .* several smaller files/) }
  ])
  expect(await all(readInThread(fileOf("b.md", "# B\n\nTea."), never))).toEqual([
    { type: "document", document: expect.objectContaining({ path: "b.md" }) }
  ])
})

test("a file that takes too much memory is reported with what to do", async () => {
  const script = scriptOf("const all = []; for (;;) all.push(new Array(1e5).fill(all.length))")
  expect(await all(readInThread(fileOf("a.md", "Tea."), never, { script, memoryMb: 24 }))).toEqual([
    { type: "failed", path: "a.md", reason: expect.stringMatching(/too much memory .* several smaller files/) }
  ])
}, 60_000)

test("whoever stops the import doesn't wait for the thread", async () => {
  const stopping = new AbortController()
  const reading = all(readInThread(fileOf("a.md", "Tea."), stopping.signal, { script: scriptOf("for (;;) {}") }))
  stopping.abort(new Error("stopped"))
  await expect(reading).rejects.toThrow("stopped")
})

test("what opening or reading the bytes throws is thrown as it is", async () => {
  const broken: ImportFile = {
    ...fileOf("a.md", ""),
    open: async () => ({ [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new RangeError("no disk")) }) })
  }
  await expect(all(readInThread(broken, never))).rejects.toThrow(RangeError)
})

test("a page that can't be read is refused with the thread's own sentence", async () => {
  const deep = "<div>".repeat(4000)
  await expect(readHtmlPage(deep, "https://a.example/", never)).rejects.toThrow(/nested too deeply/)
  const page = await htmlInThread("page", "<h1>A</h1><p>Tea is ready.</p>", "https://a.example/", never)
  expect(page).toMatchObject({ title: "A", body: "Tea is ready." })
})

test.each([
  ["an article", (html: string) => readHtmlPiece(html, undefined, never)],
  ["a page of a wiki", (html: string) => readWikiPage(html, "https://a.example/", never).then((text) => text?.body)]
])("a long text is read by the thread, and the event loop goes on: %s", async (_, read) => {
  let turns = 0
  const timer = setInterval(() => turns++, 5)
  const body = await read(
    `<div id=content><div class="wiki wiki-page">${"<p>Tea is ready.</p>".repeat(2000)}</div></div>`
  )
  clearInterval(timer)
  expect(body?.split("\n\n")).toHaveLength(2000)
  expect(turns).toBeGreaterThan(5)
})

const product = (id: number) =>
  `<item><g:id>${id}</g:id><title>Lamp ${id}</title><description>It is ${id}.</description></item>`
const feedOf = (count: number, end = "</channel></rss>") =>
  `<rss xmlns:g="http://base.google.com/ns/1.0"><channel>${Array.from({ length: count }, (_, at) => product(at)).join("")}${end}`

test("a long feed gives the same products in the thread, in the charset that the server declared", async () => {
  const latin = {
    ...fileOf("shop", ""),
    open: async () => pieces(Buffer.from(feedOf(600).replace("Lamp 3", "Lámp 3"), "latin1"))
  }
  const items = await all(productsOfFeed(latin, never, "iso-8859-1"))
  expect(items).toHaveLength(600)
  expect(items[3]).toMatchObject({ type: "document", document: { title: "Lámp 3" } })
})

test("a long feed that is cut gives its products, and then says so as a short one does", async () => {
  const items: ReadItem[] = []
  const reading = async () => {
    for await (const item of productsOfFeed(fileOf("shop", feedOf(600, "<item><g:id>")), never)) items.push(item)
  }
  await expect(reading()).rejects.toThrow(DocumentError)
  expect(items.length).toBeGreaterThan(500)
})
