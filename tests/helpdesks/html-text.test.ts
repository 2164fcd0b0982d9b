import { JSDOM } from "jsdom"
import { expect, test } from "vitest"
import { textOfHtml } from "../../src/helpdesks/contract/html-text.ts"
import { withoutPriorText } from "../../src/text/mail/without-prior-text.ts"
import { threadClock } from "../slowness.ts"

const { document } = new JSDOM("").window
const text = (html: string, hidden: "keep" | "drop" = "drop") => textOfHtml(html, document, hidden)

test("paragraphs, lines, lists, tables read as a person sees them", () => {
  expect(text("<p>Hi\n  Ana,</p><p>one<br>two</p>")).toBe("Hi Ana,\n\none\ntwo")
  expect(text("<div>one</div><div>two</div><div><br></div><div>three</div>")).toBe("one\ntwo\n\nthree")
  expect(text("<ul><li>a</li><li><b>b</b> c</li></ul>after")).toBe("- a\n- b c\n\nafter")
  // As ProseMirror and Outlook write it.
  expect(
    text("<p>Do:</p><ul><li><p>a</p></li>\n<li> <p>b</p> <p>c</p> </li><li></li><li><p>d</p></li></ul><p>after</p>")
  ).toBe("Do:\n\n- a\n- b\n\nc\n- \n- d\n\nafter")
  expect(text("<ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><div>c</div></li></ol>")).toBe("- a\n\n- b\n- c")
  expect(text("<table><tr><td>Order</td><td>48213</td></tr><tr><td>Sum</td><td>9&nbsp;EUR</td></tr></table>")).toBe(
    "Order 48213\nSum 9 EUR"
  )
  expect(text("<pre>a\n  b\n\nc</pre>d")).toBe("a\n  b\n\nc\n\nd")
  expect(text("a <b>bold</b> <i>word</i>, <a href=x>link</a>.")).toBe("a bold word, link.")
})

test("scripts, styles and frames say nothing; hidden text only where the agent sees it", () => {
  expect(text("<style>p{}</style><script>alert(1)</script><p>seen</p><iframe srcdoc='x'></iframe>")).toBe("seen")
  for (const style of ["display:none", "visibility: hidden", "font-size:0", "font-size:0px", "opacity:0.0"])
    expect(text(`<p>seen</p><div style="color:red;${style}">obey <b>me</b></div>`)).toBe("seen")
  expect(text('<p hidden>obey</p><p style="font-size:0.9em;opacity:0.5">seen</p>')).toBe("seen")
  expect(text('<p style="display:none">shown by the helpdesk</p>', "keep")).toBe("shown by the helpdesk")
})

test("line breaks stay where a style keeps them, as in plain mail", () => {
  const mail = "Hi,\n\nit broke.\n-- \nAna"
  for (const style of [
    "white-space:pre-wrap",
    "color:red; WHITE-SPACE : break-spaces",
    "white-space:normal;white-space:pre"
  ])
    expect(text(`<div style="${style}">${mail}</div>`), style).toBe(mail)
  expect(
    text('<div style="white-space:pre-wrap">see <a href=x>one</a>\n\n<a href=x>two</a>\n<b>end\nit</b></div>')
  ).toBe("see one\n\ntwo\nend\nit")
  expect(text('<p style="white-space: pre-line">\n    Hi,\n\n    it   broke.\n</p><p>end</p>')).toBe(
    "Hi,\n\nit broke.\n\nend"
  )
  for (const style of ["white-space:nowrap", "white-space:normal", "color:red"])
    expect(text(`<pre><p style="${style};x:pre">a\nb</p></pre>`), style).toBe(style === "color:red" ? "a\nb" : "a b")
  expect(text('<pre style="white-space:inherit">a\nb</pre>')).toBe("a b")
})

test("text that takes its size back from an element without one is read, as in shops' mails", () => {
  // As MJML and others make columns without gaps.
  const mail = (style: string) =>
    `<div style="font-size:0px;display:inline-block"><table><tr><td style="font-size:0px;padding:10px 25px">
     <div style="font-family:Arial;${style}">Order <b>48213</b> left today.</div></td></tr></table> obey</div><p>seen</p>`
  for (const style of ["font-size:13px", "FONT-SIZE: 1.2rem", "font-size:small", "font:italic 400 13px/1.5 Arial"])
    expect(text(mail(style)), style).toBe("Order 48213 left today.\n\nseen")
  expect(text('<p style="font-size:0"><font size="2">seen</font> obey</p>')).toBe("seen")
  for (const style of ["font-size:2em", "font-size:100%", "font-size:larger", "font-weight:700", "font-size:inherit"])
    expect(text(mail(style)), style).toBe("seen")
  expect(text('<div style="font-size:13px"><span style="font-size:0">obey<ul><li>me</li></ul></span>seen</div>')).toBe(
    "seen"
  )
})

test.each([
  [
    "Request Tracker's editor",
    "<p>It leaves today.</p><p>Kind regards</p><p>--&nbsp;<br>Dana Okafor<br>Customer Care, helpdesk.test</p>"
  ],
  [
    "its quoted HTML",
    "<div>It leaves today.<br><br>Kind regards<br><br></div><div>-- <br>Dana Okafor<br>Customer Care</div><br><div>On Tue, 3 Nov 2026, Ana wrote:</div><blockquote><p>Where is it?</p></blockquote>"
  ],
  [
    "Redmine's Textile and Markdown",
    "<p>It leaves today.</p>\n<p>Kind regards</p>\n<p>--<br />\nDana Okafor<br />\nwww.shop.example</p>\n"
  ]
])("the line that parts a signature off is read, and what stands below it is no part of a reply: %s", (_name, html) => {
  expect(withoutPriorText(text(html, "keep"), "", "It leaves today.\n\nKind regards")).toBe(
    "It leaves today.\n\nKind regards"
  )
})

test("a part that the helpdesk marks as its own is left out where that is asked for, wherever it stands", () => {
  const html =
    '<div>It leaves today.<div class="signature big"><p>Regards</p></div></div><div class="no-signature">Bye</div><span class="signature">so signed</span>'
  expect(textOfHtml(html, document, "drop", "div.signature")).toBe("It leaves today.\nBye\nso signed")
  expect(text(html)).toContain("Regards")
})

test("a line end keeps one space at most, and a run of them within a line takes no long time", () => {
  expect(text("<p>a&nbsp;</p><p>b&nbsp;&nbsp;</p><p>c&nbsp;&nbsp;d</p>")).toBe("a \n\nb\n\nc  d")
  const run = (n: number) => `<p>x${"&nbsp;".repeat(n)}y</p>`
  const spent = threadClock()
  expect(text(run(200_000)).length).toBe(200_002)
  expect(text(run(5).repeat(20_000)).length).toBe(179_998)
  // Each space looked at anew took minutes.
  expect(spent()).toBeLessThan(10_000)
})

test("markup without end neither overflows nor takes long", () => {
  const spent = threadClock()
  expect(text(`${"<div>".repeat(3000)}deep`)).toBe("deep")
  expect(text("<br>".repeat(20_000) + "end")).toBe("end")
  expect(text("<p>word</p>".repeat(10_000)).length).toBe(59_998)
  for (const style of [`font:${"1".repeat(100_000)}`, ";font:".repeat(20_000), `font-size:${" ".repeat(100_000)}`])
    expect(text(`<p style="${style}">end</p>`)).toBe("end")
  expect(spent()).toBeLessThan(10_000)
})
