import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { blocksOf } from "../../../src/ingest/markdown/markdown.ts"
import { column, pdfOf } from "./make-pdf.ts"
import { documents, failures } from "./read.ts"

test("headings by their size, paragraphs over lines, lists with what goes on, words that were cut", async () => {
  const page = [
    { text: "Care of the kettle", y: 780, size: 24 },
    ...column(
      [
        "Descale it every three months, and more often where the wa-",
        "ter is hard. Kunden- und Handelsware too. An e-",
        "mail is enough: the e-mail reaches us."
      ],
      { y: 740 }
    ),
    ...column(["A second paragraph stands", "below a gap."], { y: 684 }),
    { text: "Steps", y: 640, size: 16 },
    ...column(["1. Fill it half with water", "and close the lid.", "2. Boil it. [twice] *slowly*"], { y: 615 }),
    ...column(["\x95 No soap", "\x95 No sand"], { y: 560 }),
    { text: "Colour", y: 520, x: 60 },
    { text: "Steel", y: 520, x: 200 },
    { text: "Small print", y: 490, size: 13 },
    ...column(["Nothing more."], { y: 470 })
  ]
  const [document] = await documents(
    "de/kettle.pdf",
    pdfOf([page], { lang: "en-GB", title: "Microsoft Word - kettle.doc" })
  )
  expect(document).toMatchObject({
    id: "de/kettle.pdf",
    title: "Care of the kettle",
    locale: "en-GB",
    changed: "2026-09-03"
  })
  expect(
    document?.body
  ).toBe(`Descale it every three months, and more often where the water is hard. Kunden- und Handelsware too. An e-mail is enough: the e-mail reaches us.

A second paragraph stands below a gap.

## Steps

1. Fill it half with water and close the lid.
2. Boil it. \\[twice\\] \\*slowly\\*
- No soap
- No sand
- Colour; Steel

### Small print

Nothing more.`)
})

test("what stands at the same place of many pages is taken off, a sentence that goes on over the page is not cut", async () => {
  const pages = Array.from({ length: 4 }, (_, at) => [
    { text: "Halo Kettles - Handbook", y: 810, size: 9 },
    ...column(
      [`Chapter ${at + 1} says that water`, at < 3 ? `number ${at + 1} goes on over the page and` : "is clean."],
      { y: 760 }
    ),
    { text: `Page ${at + 1} of 4`, y: 30, size: 9 }
  ])
  const [document] = await documents("h.pdf", pdfOf(pages, { title: "The handbook" }))
  expect(document?.title).toBe("The handbook")
  expect(document?.body).not.toMatch(/Halo Kettles|Page \d/)
  expect(document?.body).toMatch(/Chapter 4 says that water is clean\.$/)
})

test("two columns are read one after the other", async () => {
  const left = column(["Left one goes", "on to here."], { x: 60 })
  const right = column(["Right one goes", "on to there."], { x: 320 })
  expect((await documents("c.pdf", pdfOf([[...left, ...right]])))[0]?.body).toBe(
    "Left one goes on to here.\n\nRight one goes on to there."
  )
})

test("lines of a table of contents are none of the text", async () => {
  expect(
    (
      await documents(
        "t.pdf",
        pdfOf([
          [
            ...column(["Descaling . . . . . . . . . 12", "Boiling ............ 13"]),
            ...column(["The text begins here."], { y: 600 })
          ]
        ])
      )
    )[0]?.body
  ).toBe("The text begins here.")
})

test("a printed page of a browser, with Japanese in it", async () => {
  const [document] = await documents("printed.pdf", readFileSync(join(import.meta.dirname, "pages/printed.pdf")))
  expect(document).toMatchObject({ title: "Care of the kettle", locale: "en" })
  expect(document?.body).toContain("Descale it every three months, and more often where the water is hard.")
  expect(document?.body).toContain("返品は三十日以内にできます。")
})

test("a PDF without text, with a password, broken, or that unpacks to a bomb: each in its sentence", async () => {
  expect(await failures("scan.pdf", pdfOf([[], []]))).toEqual([
    "scan.pdf: It has no text, only pictures of it: have it read by text recognition (OCR) first, and save that."
  ])
  expect(await failures("locked.pdf", pdfOf([column(["Secret words of some length."])], { locked: true }))).toEqual([
    "locked.pdf: It is locked by a password: save it without one, and import it again."
  ])
  expect(await failures("broken.pdf", Buffer.from(`%PDF-1.4\n${"nothing ".repeat(300)}`))).toEqual([
    "broken.pdf: It is a broken PDF: save it anew from the program that made it."
  ])
  expect(await failures("bomb.pdf", pdfOf([[]], { packed: Buffer.alloc(150_000_000, "q Q ") }))).toEqual([
    "bomb.pdf: It unpacks to far more than it holds, as a zip bomb does. It was stopped."
  ])
})

test.each([
  ["fi", "The file is open. We care."],
  ["f_f_i.liga", "The ffile is open. We care."],
  ["uniFB01", "The file is open. We care."]
])("a ligature that the font maps to nothing is read by its glyph's name: %s", async (glyph, words) => {
  const [document] = await documents("l.pdf", pdfOf([column(["The \x01le is open. We care."])], { glyph }))
  expect(document?.body.replace(/(f+i) /, "$1")).toBe(words)
  expect(document).not.toHaveProperty("notices")
})

test("a letter that nothing names costs its sentence and not the file, and the report names the page", async () => {
  const pages = [column(["The first page is fine."]), column(["The \x01le is open. We care."])]
  const [document] = await documents("l.pdf", pdfOf(pages, { glyph: "g17" }))
  expect(blocksOf(document?.body ?? "").map(({ text }) => text)).toEqual(["The first page is fine.", "We care."])
  expect(document?.notices).toEqual([
    "A font doesn't tell all of its letters on page 2: sentences with them aren't quoted. Save it anew as PDF with searchable text, or as .docx."
  ])
})

test("a PDF that is cut off in the middle gives what can be saved or says that it is broken", async () => {
  const whole = pdfOf([column(["A sentence that is long enough to be kept."])])
  expect((await failures("cut.pdf", whole.subarray(0, 300))).join()).toMatch(
    /^cut\.pdf: It is a broken PDF|^cut\.pdf: It has no text/
  )
})
