import { deflateSync } from "node:zlib"
import { expect, test } from "vitest"
import { fromAscii85 } from "../../src/text/bytes/pdf/refuse-pdf-bombs.ts"
import { lzwSize } from "../../src/text/bytes/pdf/refuse-pdf-bombs.ts"
import { readFile } from "../../src/attachments/read-file.ts"
import { ATTACHMENT_MS } from "../../src/ticket/attachment.ts"
import { ascii85, blanks, lzwBomb, pageOf, withEndWord, withOddWindow, words } from "../text/bytes/make-pdf-bombs.ts"
import { threadClock } from "../slowness.ts"

const problem = (bytes: Uint8Array<ArrayBuffer>) =>
  readFile(bytes, { name: "a.pdf" }).then(
    ({ text }) => `read: ${text}`,
    (error: { code: string }) => error.code
  )

test("many small parts count together", async () => {
  const small = blanks(12_000_000)
  expect(small.length).toBeLessThan(50_000)
  expect(await problem(pageOf([{ data: words }, ...Array.from({ length: 20 }, () => ({ data: small }))]))).toBe("bomb")
  expect(await problem(pageOf([{ data: words }, { data: blanks(10_000) }]))).toBe(
    "read: A letter of more than twenty letters"
  )
})

test("of a page with millions of words no more is read than is taken, within the time that a file has", async () => {
  const word = "1 0 0 1 10 80 Tm (word )Tj 1 0 0 1 10 20 Tm (more )Tj\n"
  const data = deflateSync(Buffer.from(`BT /F1 12 Tf ${word.repeat(2_400_000)} ET`), { level: 1 })
  const bytes = pageOf([{ data }])
  // Of all threads: others unpack. Waiting for a core isn't counted.
  const before = process.cpuUsage()
  const { text, cut } = await readFile(bytes, { name: "a.pdf" })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(ATTACHMENT_MS)
  expect([text.slice(0, 9), cut]).toEqual(["word\nmore", true])
})

test("parts without an end aren't each read to the end of the file", async () => {
  const spent = threadClock()
  expect(await problem(new TextEncoder().encode(`%PDF-1.4\n${"stream\n".repeat(20_000)}`))).toBe("bomb")
  expect(spent()).toBeLessThan(5_000)
})

test("a part that a page names many times counts as many times", async () => {
  expect(await problem(pageOf([{ data: words }, { data: blanks(12_000_000) }], 20))).toBe("bomb")
})

test("a part whose data has the word that ends it is counted to its end", async () => {
  expect(await problem(pageOf([{ data: words }, { data: withEndWord(160_000_000) }]))).toBe("bomb")
})

test("a part that says that it needs another window than zlib knows is counted", async () => {
  expect(await problem(pageOf([{ data: withOddWindow(200) }, { data: words }]))).toMatch(/^read: A letter/)
  expect(await problem(pageOf([{ data: words }, { data: withOddWindow(160_000_000) }]))).toBe("bomb")
})

test("a part in letters is counted as what the letters stand for, and is read", async () => {
  const filter = "[/ASCII85Decode /FlateDecode]"
  expect(await problem(pageOf([{ data: ascii85(words), filter }]))).toBe("read: A letter of more than twenty letters")
  expect(await problem(pageOf([{ data: words }, { data: ascii85(blanks(160_000_000)), filter }]))).toBe("bomb")
  expect(Buffer.from(fromAscii85(new Uint8Array(ascii85(words))) ?? [])).toEqual(words)
})

test("data in LZW is counted without being unpacked", async () => {
  // The example of the PDF standard (7.4.4.2): ten bytes.
  expect(lzwSize(Uint8Array.from([0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01]), 1000)).toBe(10)
  const data = lzwBomb(30_000)
  expect(data.length).toBeLessThan(50_000)
  const parts = Array.from({ length: 3 }, () => ({ data, filter: "/LZWDecode" }))
  expect(await problem(pageOf([{ data: words }, ...parts]))).toBe("bomb")
})

test.each(["[/FlateDecode /ASCII85Decode /FlateDecode]", "[/FlateDecode /RunLengthDecode]", "[/ASCIIHexDecode /Fl]"])(
  "a part that is packed by %s is not opened",
  async (filter) => {
    expect(await problem(pageOf([{ data: words, filter }]))).toBe("bomb")
  }
)
