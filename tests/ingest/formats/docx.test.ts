import { expect, test } from "vitest"
import { blocksOf } from "../../../src/ingest/markdown/markdown.ts"
import { docxOf, inserted, paragraph, picture, table } from "./make-docx.ts"
import { zipOf } from "./pack.ts"
import { documents, failures } from "./read.ts"

test("headings by their styles, lists, tables, pictures as their descriptions, changes as accepted", async () => {
  const body = [
    paragraph("Rückgabe", { style: "Titel" }),
    paragraph("Sie haben 30 Tage Zeit &lt;immer&gt;."),
    paragraph("So geht es", { style: "berschrift1" }),
    paragraph("Etikett drucken", { list: "number" }),
    paragraph("Paket abgeben", { list: "number" }),
    paragraph("Kosten", { style: "berschrift2" }),
    table([
      ["Land", "Preis"],
      ["Malta", "9 €"]
    ]),
    paragraph("kein Wasser", { list: "bullet" }),
    picture("Der rote Knopf"),
    inserted("20 Tage", "25 Tage")
  ].join("")
  const [document] = await documents("hilfe/rueckgabe.docx", docxOf(body))
  expect(document).toEqual({
    id: "hilfe/rueckgabe.docx",
    path: "hilfe/rueckgabe.docx",
    title: "Rückgabe",
    kind: "article",
    groups: [],
    visibility: "public",
    changed: "2026-09-03",
    body: `Sie haben 30 Tage Zeit \\<immer>.

# So geht es

1. Etikett drucken
2. Paket abgeben

## Kosten

| Land | Preis |
| - | - |
| Malta | 9 € |

- kein Wasser

Der rote Knopf

25 Tage`
  })
})

test("without a title of its own style: the only first heading, else what the file says, else nothing", async () => {
  const titleOf = async (body: string, title = "") => (await documents("a.docx", docxOf(body, { title })))[0]?.title
  const text = paragraph("Some words.")
  expect(await titleOf(paragraph("Only", { style: "berschrift1" }) + text, "Document1")).toBe("Only")
  expect(
    await titleOf(
      text + paragraph("One", { style: "berschrift1" }) + paragraph("Two", { style: "berschrift1" }),
      "Salt &amp; water"
    )
  ).toBe("Salt & water")
  expect(await titleOf(text)).toBe("")
})

test("a small document of more elements than memory has room for isn't read", async () => {
  expect(await failures("many.docx", docxOf(`${"<w:p/>".repeat(600_000)}${paragraph("x")}`))).toEqual([
    "many.docx: It has more than 600,000 elements and attributes, too many to be read at once: save it in parts."
  ])
})

test("a bomb in a document is stopped before it is unpacked whole, whatever its header says", async () => {
  const reason = "bomb.docx: It unpacks to far more than it holds, as a zip bomb does. It was stopped."
  const spaces = Buffer.alloc(60_000_000, " ")
  expect(
    await failures("bomb.docx", docxOf(paragraph("x"), { more: [{ name: "word/more.xml", content: spaces }] }))
  ).toEqual([reason])
  expect(
    await failures(
      "bomb.docx",
      docxOf(paragraph("x"), { more: [{ name: "word/more.xml", content: spaces, claims: 100 }] })
    )
  ).toEqual([reason])
  // Its end states fewer entries than follow, so that whoever trusts it counts none of the document.
  const hidden = docxOf(`${paragraph("x")}<!--${" ".repeat(60_000_000)}-->`)
  hidden.writeUInt16LE(1, hidden.length - 14)
  hidden.writeUInt16LE(1, hidden.length - 12)
  expect(await failures("hidden.docx", hidden)).toEqual([
    "hidden.docx: It is a broken Word document: open it in Word and save it anew."
  ])
  const renamed = (type: string) => ({
    name: "custom/_rels/x.rels",
    content: `<Relationships><Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="/word/media/image1.png"/></Relationships>`
  })
  expect(await failures("renamed.docx", docxOf(paragraph("Some words."), { more: [renamed("styles")] }))).toEqual([
    "renamed.docx: It is a broken Word document: open it in Word and save it anew."
  ])
  expect(await failures("picture.docx", docxOf(paragraph("Some words."), { more: [renamed("image")] }))).toEqual([])
})

test("what isn't a Word document of today is told what to do", async () => {
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)])
  const save = (ending: string, as: string) =>
    `a.${ending}: Files that end in .${ending} aren't read: save it as ${as} and import that.`
  expect(await failures("a.doc", old)).toEqual([save("doc", ".docx")])
  expect(await failures("a.odt", zipOf([{ name: "content.xml", content: "<x/>" }]))).toEqual([save("odt", ".docx")])
  expect(await failures("a.rtf", "{\\rtf1 words}")).toEqual([save("rtf", ".docx")])
  expect(await failures("a.xlsx", zipOf([{ name: "xl/workbook.xml", content: "<x/>" }]))).toEqual([save("xlsx", "CSV")])
  expect(await failures("a.pptx", zipOf([{ name: "ppt/x.xml", content: "<x/>" }]))).toEqual([save("pptx", "PDF")])
  expect(await failures("a.docx", old)).toEqual([
    "a.docx: It is an old Word file (.doc), whatever its name says: save it as .docx and import that."
  ])
  expect(await failures("a.docx", Buffer.concat([old, Buffer.from("EncryptedPackage", "utf16le")]))).toEqual([
    "a.docx: It is locked by a password: save it without one, and import it again."
  ])
  expect(await failures("a.docx", zipOf([{ name: "a.txt", content: "words" }]))).toEqual([
    "a.docx: It is no Word document, but an archive of something else."
  ])
  expect(await failures("a.docx", docxOf(paragraph("Some words.")).subarray(0, -40))).toEqual([
    "a.docx: It is a broken Word document: open it in Word and save it anew."
  ])
  for (const few of ["P", "PK", "PK\u0003"])
    expect(await failures("a.docx", few)).toEqual([
      "a.docx: It is a broken Word document: open it in Word and save it anew."
    ])
  expect(await failures("a.docx", docxOf(""))).toEqual(["a.docx: The document has no text."])
  expect(await failures("a.docx", docxOf("<w:p><w:unclosed>"))).toEqual([
    "a.docx: It is a broken Word document: open it in Word and save it anew."
  ])
})

test("a text box that is read is in the text, and one that no fallback repeats is told in the report", async () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
  const choice = (text: string) =>
    `<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box(text)}</wps:txbx></wps:wsp></w:drawing></mc:Choice>`
  const fallback = (text: string) =>
    `<mc:Fallback><w:pict><v:shape><v:textbox>${box(text)}</v:textbox></v:shape></w:pict></mc:Fallback>`
  const run = (inner: string) =>
    `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">${inner}</mc:AlternateContent></w:r></w:p>`
  const body =
    paragraph("The page.") +
    run(choice("Read in the box.") + fallback("Read in the box.")) +
    run(choice("Never open the lid."))
  const [document] = await documents("a.docx", docxOf(body))
  expect(document?.body).toBe("The page.\n\nRead in the box.")
  expect(document?.notices).toEqual([
    'A text box isn\'t read: "Never open the lid.". Move its text into the page, or save the document anew in Word.'
  ])
})

test("hidden text isn't read but reported, fields and plain formulas are read, others cost their sentence", async () => {
  const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
  const math = (inner: string) =>
    `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">${inner}</m:oMath>`
  const body =
    `<w:p>${run("Shown. ")}${run("Our margin is 40 %.", "<w:vanish/>")}<w:fldSimple w:instr="PAGE">${run("Call 112.")}</w:fldSimple></w:p>` +
    `<w:p>${run("It is ")}${math("<m:r><m:t>x=2</m:t></m:r>")}${run(".")}</w:p>` +
    `<w:p>${run("It is ")}${math("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f>")}${run(". Wait.")}</w:p>`
  const [document] = await documents("a.docx", docxOf(body))
  expect(blocksOf(document?.body ?? "").map(({ text }) => text)).toEqual(["Shown. Call 112.", "It is x=2.", "Wait."])
  expect(document?.notices).toEqual([
    'Hidden text isn\'t read: "Our margin is 40 %.". If customers may read it, switch its hiding off in Word.',
    "A formula can't be read as words: its sentence isn't quoted. Write it as text."
  ])
})

test("an empty fallback doesn't take the place of a text box", async () => {
  const box = `<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph("Never open the lid.")}</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict/></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  const [document] = await documents("a.docx", docxOf(paragraph("The page.") + box))
  expect(document?.notices).toEqual([expect.stringContaining("Never open the lid.")])
})
