import { expect, test } from "vitest"
import type { AttachmentError } from "../../src/attachments/common/attachment-error.ts"
import { readFile } from "../../src/attachments/read-file.ts"
import { MAX_ATTACHMENT_BYTES, MAX_ATTACHMENT_CHARACTERS } from "../../src/ticket/attachment.ts"
import { column, pdfOf } from "../ingest/formats/make-pdf.ts"
import { docxOf, paragraph, table } from "../ingest/formats/make-docx.ts"
import { zipOf } from "../ingest/formats/pack.ts"

const read = (name: string, bytes: Uint8Array, type?: string) => readFile(new Uint8Array(bytes), { name, type })
const problem = (name: string, bytes: Uint8Array, type?: string) =>
  read(name, bytes, type).then(
    ({ text }) => `read: ${text.slice(0, 40)}`,
    (error: AttachmentError) => error.code
  )
const text = (words: string, encoding: BufferEncoding = "utf8") => Buffer.from(words, encoding)

test("a text, a table and a mail are read as they are, in the letters they were written in", async () => {
  expect(await read("a.txt", text("\ufeffOrder 17\r\n\r\n\r\n\r\nsent "))).toEqual({
    text: "Order 17\n\nsent",
    cut: false
  })
  expect((await read("a.csv", text("item;price\nLamp;98,90"))).text).toBe("item;price\nLamp;98,90")
  expect((await read("a.txt", Buffer.concat([Buffer.from([0xff, 0xfe]), text("Größe", "utf16le")]))).text).toBe("Größe")
  expect((await read("a.txt", text("Größe", "latin1"))).text).toBe("Größe")
  const coded = `Subject: Lamp\n\nIt is broken.\n\n${`${"QUJD".repeat(18)}\n`.repeat(5)}QUI=\nEnd`
  expect((await read("a.eml", text(coded), "message/rfc822")).text).toBe("Subject: Lamp\n\nIt is broken.\n\nEnd")
})

test("a PDF's pages are read in order, and lines of one sentence are joined", async () => {
  const pdf = pdfOf([
    column(["Your repair RP-2291 will be finished by", "24 November, says the work-", "shop.", "Price: 0"]),
    column(["Second page."])
  ])
  expect((await read("a.pdf", pdf)).text).toBe(
    "Your repair RP-2291 will be finished by 24 November, says the workshop.\nPrice: 0\n\nSecond page."
  )
  // Its first bytes say what it is, whatever its name says.
  expect((await read("a.txt", pdf)).text).toContain("RP-2291")
})

test("a Word document's paragraphs and cells are read", async () => {
  const docx = docxOf(`${paragraph("Delivery note")}${table([["Lamp", "2"]])}`)
  expect((await read("a.docx", docx)).text).toBe("Delivery note\n\nLamp\n\n2")
})

test("a long text is cut before a word, and says so", async () => {
  const long = await read("a.txt", text("Sentences of words. ".repeat(3000)))
  expect(long.cut).toBe(true)
  expect(long.text.length).toBeLessThanOrEqual(MAX_ATTACHMENT_CHARACTERS)
  expect(long.text).toMatch(/(?:words\.|Sentences|of)$/)
  const pages = Array.from({ length: 60 }, () =>
    column(Array.from({ length: 40 }, (_, n) => `Line ${n} of this page.`))
  )
  expect((await read("a.pdf", pdfOf(pages))).cut).toBe(true)
})

const attributes = (n: number) => Array.from({ length: n }, (_, at) => `a${at}=""`).join(" ")

test.each([
  ["a locked PDF", "a.pdf", pdfOf([column(["Secret words of some length."])], { locked: true }), "encrypted"],
  ["a scan", "a.pdf", pdfOf([[]]), "no-text"],
  ["a broken PDF", "a.pdf", text("%PDF-1.4\nnothing of it"), "broken-pdf"],
  ["no PDF", "a.pdf", text("Hello"), "broken-pdf"],
  ["a PDF that unpacks to 200 MB", "a.pdf", pdfOf([[]], { packed: Buffer.alloc(200_000_000, 32) }), "bomb"],
  ["a broken Word document", "a.docx", docxOf(paragraph("Hello")).subarray(0, 700), "broken-docx"],
  ["no Word document", "a.docx", text("Hello"), "broken-docx"],
  ["Word's XML cut short", "a.docx", zipOf([{ name: "word/document.xml", content: "<w:document" }]), "broken-docx"],
  ["another archive", "a.docx", zipOf([{ name: "a.txt", content: "Hello" }]), "wrong-type"],
  [
    "a zip bomb",
    "a.docx",
    docxOf(paragraph("Hello"), { more: [{ name: "word/media/x.png", content: " ".repeat(50_000_000) }] }),
    "bomb"
  ],
  ["a small archive of many elements", "a.docx", docxOf(`${"<w:p/>".repeat(600_000)}${paragraph("Hello")}`), "bomb"],
  ["one of many attributes", "a.docx", docxOf(`<w:p ${attributes(600_000)}/>${paragraph("Hello")}`), "bomb"],
  ["a locked archive", "a.docx", zipOf([{ name: "word/document.xml", content: "?", encrypted: true }]), "encrypted"],
  [
    "a locked Word document",
    "a.docx",
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), text("EncryptedPackage", "utf16le")]),
    "encrypted"
  ],
  ["an old Word file", "a.docx", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), "old-word"],
  ["an empty file", "a.txt", Buffer.alloc(0), "empty"],
  ["only blanks", "a.txt", text(" \n \n"), "empty"],
  ["a program called text", "a.txt", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]), "wrong-type"],
  ["a web page", "a.html", text("<p>Hello</p>"), "wrong-type"],
  ["too large", "a.txt", Buffer.alloc(MAX_ATTACHMENT_BYTES + 1, 65), "too-large"]
])("%s is not read, and says why", async (_what, name, bytes, code) => {
  expect(await problem(name, bytes)).toBe(code)
})

test("a stream that is packed twice, or whose name is disguised, is not opened", async () => {
  const twice = pdfOf([column(["Words of some length here."])])
    .toString("latin1")
    .replace("/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]")
  expect(await problem("a.pdf", Buffer.from(twice, "latin1"))).toBe("bomb")
  const disguised = twice.replace("[/FlateDecode /FlateDecode]", "/Fl#61teDecode")
  expect(await problem("a.pdf", Buffer.from(disguised, "latin1"))).toBe("bomb")
})

/** A document of 60 MB, all of it blanks in a comment. */
const bombOf = (claims?: number) =>
  zipOf([
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "word/document.xml",
      content: `<w:document><!--${" ".repeat(60_000_000)}--></w:document>`,
      ...(claims === undefined ? {} : { claims })
    }
  ])
/** States in the record at the end that the archive has this many entries. */
function claiming(entries: number, archive: Buffer): Buffer {
  const copy = Buffer.from(archive)
  copy.writeUInt16LE(entries, copy.length - 14)
  copy.writeUInt16LE(entries, copy.length - 12)
  return copy
}

test.each([
  ["states one entry, and has more", claiming(1, bombOf()), "bomb"],
  ["states none", claiming(0, bombOf()), "bomb"],
  ["states that a part is small", bombOf(100), "bomb"],
  ["has a comment, after which nothing comes", Buffer.concat([claiming(1, bombOf()), Buffer.alloc(500)]), "bomb"],
  [
    "has the same name twice",
    claiming(1, zipOf(["a", " ".repeat(60_000_000)].map((content) => ({ name: "word/document.xml", content })))),
    "bomb"
  ],
  ["is small, and lies of its size", docxOf("", { more: [{ name: "a.xml", content: "a", claims: 9 }] }), "broken-docx"]
])("an archive that %s is unpacked no further than it may", async (_what, bytes, code) => {
  expect(await problem("a.docx", bytes)).toBe(code)
})

test("a Word document as long as a book is read", async () => {
  const text = "A sentence of some ten words that a book has. ".repeat(4)
  const book = docxOf(paragraph(text).repeat(9_000))
  expect(await problem("a.docx", book)).toMatch(/^read: A sentence/)
})

test("an honest document whose end states too few entries is read whole", async () => {
  expect(await problem("a.docx", claiming(1, docxOf(paragraph("Delivery note"))))).toBe("read: Delivery note")
})
