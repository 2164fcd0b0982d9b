import { afterEach, describe, expect, test } from "vitest"
import type { Editor, Standing } from "./editor.ts"
import { openCKEditor4 } from "./editors/ckeditor4.ts"
import { openCKEditor5 } from "./editors/ckeditor5.ts"
import { openContentEditable } from "./editors/contenteditable.ts"
import { openDraftJs } from "./editors/draftjs.ts"
import { openFroala } from "./editors/froala.ts"
import { openLexical } from "./editors/lexical.ts"
import { openQuill } from "./editors/quill.ts"
import { openQuill1 } from "./editors/quill1.ts"
import { openRedactor } from "./editors/redactor.ts"
import { openSlate } from "./editors/slate.ts"
import { openSummernote } from "./editors/summernote.ts"
import { openTinyMCE } from "./editors/tinymce.ts"
import { openTipTap } from "./editors/tiptap.ts"
import { openTrix } from "./editors/trix.ts"
import { stand, undo, type Stand } from "./stand.ts"

const DRAFT = "Hello Marta,\n\nwe refund it.\n\nDana"
/** As Request Tracker 5 fills its editor on "Reply" to a message. */
const RT_QUOTE =
  "<div>On Sun Nov 15 06:34:22 2026, marta.kowalski@example.com wrote:<blockquote><pre>Hello,\n\nOrder 48213 arrived broken.\n\nKind regards,\nMarta Kowalski\n</pre></blockquote></div>"
const RT_SIGNATURE = "<p>--&nbsp;<br>Dana Okafor<br>Customer Care, helpdesk.test</p>"
const TOP = "<blockquote><p>Where is it?</p></blockquote>"
const QUOTED: Standing = { quote: ["Where is it?"], bareQuote: true }
const GMAIL_QUOTE =
  '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Tue, Marta wrote:<br></div><blockquote class="gmail_quote"><div>Where is it?</div></blockquote></div>'
const GMAIL_FORWARD =
  '<div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>From: Marta<br>Subject: Parcel<br></div><div>Where is it?</div></div>'

let editor: Stand
afterEach(() => editor.close())

describe("CKEditor 4", () => {
  test.each([
    { name: "Request Tracker's reply to a message", above: "", below: `${RT_QUOTE}<p>&nbsp;</p>${RT_SIGNATURE}` },
    { name: "its plain reply", above: "", below: `<p>&nbsp;</p>${RT_SIGNATURE}` },
    {
      name: "own words above that",
      above: "<p>Hi,</p><p>in short: yes.</p>",
      below: `${RT_QUOTE}<p>&nbsp;</p>${RT_SIGNATURE}`
    },
    { name: "own words below the quote", above: `${RT_QUOTE}<p>My answer.</p>`, below: `<p>&nbsp;</p>${RT_SIGNATURE}` },
    { name: "a list of one's own", above: "<p>Steps</p><ul><li>one</li><li>two</li></ul>", below: RT_SIGNATURE },
    {
      name: "a quote in a quote",
      above: "<p>Hi</p>",
      below: `<blockquote><p>outer</p><blockquote><p>inner</p></blockquote></blockquote>`
    },
    {
      name: "own words in a heading, a table in the quote",
      above: "<h2>Answer</h2>",
      below: "<blockquote><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></blockquote>"
    }
  ])("$name", async ({ above, below }) => {
    editor = await stand({ name: "CKEditor 4", open: () => openCKEditor4(above + below) })
    const before = editor.model()
    await editor.insert(DRAFT)
    const after = editor.model()
    const draft = "<p>Hello Marta,</p>\n\n<p>we refund it.</p>\n\n<p>Dana</p>"
    const [first = "", second = ""] = after.split(draft)
    expect(after).toContain(draft)
    expect((first + second).replace(/\s+/g, "")).toBe(before.replace(/\s+/g, ""))
    expect(!first.trim()).toBe(above === "")
    await undo()
    expect(editor.model()).toBe(before)
  })

  test("own words and a signature in one paragraph are parted", async () => {
    editor = await stand({ name: "CKEditor 4", open: () => openCKEditor4("<p>Own words.<br>--&nbsp;<br>Dana</p>") })
    const before = editor.model()
    await editor.insert(DRAFT)
    expect(editor.read()).toMatch(/^Own words\.\n\nHello Marta,\n\nwe refund it\.\n\nDana\n+-- \nDana$/)
    await undo()
    expect(editor.model()).toBe(before)
  })

  test("loose text without a paragraph", async () => {
    editor = await stand({ name: "CKEditor 4", open: () => openCKEditor4("") })
    editor.element.textContent = "Loose words"
    await editor.insert(DRAFT)
    expect(editor.read()).toBe(`Loose words\n\n${DRAFT}`)
  })
})

describe("CKEditor 5", () => {
  const draft = "<p>Hello Marta,</p><p>we refund it.</p><p>Dana</p>"
  test.each([
    { name: "a quote under own words", above: "<p>Hi</p>", below: "<blockquote><p>Where is it?</p></blockquote>" },
    { name: "a list of one's own", above: "<ul><li>one</li><li>two</li></ul>", below: "<p>--&nbsp;<br>Dana</p>" },
    {
      name: "a list and an empty line",
      above: "<ol><li>one</li></ol>",
      below: "<p>&nbsp;</p><blockquote><p>Where is it?</p></blockquote>"
    },
    {
      name: "a signature of two paragraphs",
      above: "<p>Hi</p>",
      below: '<p>&nbsp;</p><div class="signature"><p>Dana</p><p>Care</p></div>'
    }
  ])("$name", async ({ above, below }) => {
    editor = await stand({ name: "CKEditor 5", open: () => openCKEditor5(above + below) })
    const before = editor.model()
    await editor.insert(DRAFT)
    expect(editor.model().replace(/ data-list-item-id="\w+"/g, "")).toBe(above + draft + below)
    await undo()
    expect(editor.model()).toBe(before)
  })

  test("own words and a signature in one paragraph are parted", async () => {
    editor = await stand({ name: "CKEditor 5", open: () => openCKEditor5("<p>Own words.<br>--&nbsp;<br>Dana</p>") })
    const before = editor.model()
    await editor.insert(DRAFT)
    expect(editor.read()).toMatch(/^Own words\.\n\nHello Marta,\n\nwe refund it\.\n\nDana\n+-- \nDana$/)
    await undo()
    expect(editor.model()).toBe(before)
  })

  test.each(["<blockquote><p>Where is it?</p><p>Marta</p></blockquote>", '<div class="signature"><p>Dana</p></div>'])(
    "%s with no paragraph above: nothing is written into it",
    async (html) => {
      editor = await stand({ name: "CKEditor 5", open: () => openCKEditor5(html) })
      const before = editor.model()
      await editor.insert(DRAFT)
      expect(editor.model()).toBe(before)
    }
  )
})

describe.each<{ name: string; open: Editor["open"] }>([
  { name: "TipTap", open: async () => openTipTap(TOP) },
  { name: "TinyMCE", open: () => openTinyMCE(TOP, false) },
  { name: "Summernote", open: async () => openSummernote(TOP) },
  { name: "contenteditable", open: async () => openContentEditable(TOP) },
  { name: "Quill", open: async () => openQuill(QUOTED) },
  { name: "Quill 1", open: async () => openQuill1(QUOTED) },
  { name: "Lexical", open: async () => openLexical(QUOTED) },
  { name: "Slate", open: async () => openSlate(QUOTED) },
  { name: "Draft.js", open: async () => openDraftJs(QUOTED) },
  { name: "Trix", open: () => openTrix(QUOTED) },
  { name: "Froala", open: async () => openFroala(TOP) },
  { name: "Redactor", open: async () => openRedactor(TOP) },
  { name: "Gmail, a reply", open: async () => openContentEditable(GMAIL_QUOTE, true) },
  { name: "Gmail, a forward", open: async () => openContentEditable(GMAIL_FORWARD, true) }
])("$name", (kind) => {
  test("a quote with no paragraph above it: nothing is written into it", async () => {
    editor = await stand(kind)
    const before = editor.model()
    await editor.insert(DRAFT)
    expect(editor.model()).toBe(before)
  })
})

test.each([
  { name: "a forwarded message", below: GMAIL_FORWARD },
  { name: "a signature and the quote", below: `<div class="gmail_signature">Dana</div>${GMAIL_QUOTE}` }
])("Gmail: above $name, which stays as it is", async ({ below }) => {
  editor = await stand({ name: "Gmail", open: async () => openContentEditable(`<div><br></div>${below}`, true) })
  const before = editor.model()
  await editor.insert(DRAFT)
  const after = editor.model()
  expect(after.endsWith(below)).toBe(true)
  expect(after.indexOf("we refund it.")).toBeLessThan(after.indexOf(below))
  await undo()
  expect(editor.model()).toBe(before)
})
