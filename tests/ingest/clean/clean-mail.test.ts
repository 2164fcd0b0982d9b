import { expect, test } from "vitest"
import { cleanMail } from "../../../src/ingest/sources/request-tracker/clean-mail.ts"
import { expectParts, whole } from "../../text/mail/stretches.ts"
import { MAILS } from "./mails.ts"
import { threadClock } from "../../slowness.ts"

const words = (html: string) =>
  html
    .replace(/<\/?(?:div|p|br|td|th|tr|li|ol|table|pre|blockquote)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")

test.each(MAILS.map((mail) => ({ mail, name: words(whole(mail)).slice(0, 100) })))("taken apart: $name", ({ mail }) =>
  expectParts(cleanMail({ html: whole(mail) }), mail, words)
)

test("plain text comes apart as in the browser", () => {
  expect(cleanMail({ text: "It is broken.\n\nThanks\nMoira" })).toMatchObject({
    visible: "It is broken.",
    closing: "Thanks\nMoira"
  })
})

test("what nobody sees is not there: styles, scripts, comments, hidden text", () => {
  const html =
    "<title>x</title><style>p{color:red}</style><script>alert(1)</script><!-- a --><div style='display:none'>preview<div>of it</div></div><p>It is <b>bro</b>ken.</p><img src=x alt=y>"
  expect(cleanMail({ html })).toEqual({
    visible: "It is broken.",
    written: "It is broken.",
    closing: "",
    signature: "",
    quoted: ""
  })
})

test("lines are kept: breaks, blocks, lists, tables, preformatted text", () => {
  expect(
    cleanMail({ html: "a<br>b<div>c</div>d<ul><li>e<li>f</ul><table><tr><td>g<td>h<tr><td>i</table><pre>j\n  k</pre>" })
      .visible
  ).toBe("a\nb\nc\nd\n\ne\nf\n\ng\th\ni\n\nj\n  k")
})

test.each([
  ["100,000 nested elements", "<div>".repeat(100_000) + "x" + "</b>".repeat(100_000)],
  ["nested quotes", "<blockquote type=cite>x".repeat(50_000)],
  ["a row without an end", "<td>x".repeat(200_000)],
  ["tags never closed", "<p>x".repeat(200_000)],
  ["an attribute without an end", "<a href=".repeat(120_000)],
  ["a comment without an end", "<!--".repeat(250_000)],
  ["ends of what never began", "<div></p>".repeat(100_000)],
  ["entities", "&nbsp;&amp".repeat(100_000)]
])("1 MB of %s is read in a moment", (_name, html) => {
  const spent = threadClock()
  cleanMail({ html })
  expect(spent()).toBeLessThan(10_000)
})
