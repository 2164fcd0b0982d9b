import { expect, test } from "vitest"
import { markdownOfHtml } from "../../../src/ingest/formats/html/markdown-of-html.ts"

const lines = (html: string, base?: string) => markdownOfHtml(html, base).split("\n").filter(Boolean)

test("nothing of a script, style, frame, form, comment or hidden element comes through", () => {
  const markdown = markdownOfHtml(`
    <p onclick="steal()">Shown.</p><script>steal()</script><style>p{color:red}</style><iframe src="https://evil.example">steal</iframe><!-- steal -->
    <noscript>steal</noscript><template><p>steal</p></template><form action="https://evil.example"><input value="steal"><button>steal</button></form><object>steal</object>
    <p hidden>steal</p><p style="display: none">steal</p><div aria-hidden="true">steal</div><span class="sr-only">steal</span><p style="font-size:0">steal</p><svg><text>steal</text></svg>
    <img src="https://evil.example/x.png" onerror="steal()" alt="The red button"><a href="javascript:steal()">Words</a><math><annotation>steal</annotation></math>`)
  expect(markdown).toBe("Shown.\n\nThe red button Words")
})

test("text in a box without size is read where it takes its size back, and nowhere else", () => {
  const markdown = markdownOfHtml(
    `<div style="font-size:0px">steal<span>steal</span><p style="color:#333;font-size:14px">Your parcel is on its way.</p><i style="font-size:1em">steal</i></div>`
  )
  expect(markdown).toBe("Your parcel is on its way.")
})

test("a text that looks like markup stays a text", () => {
  const markdown = markdownOfHtml("<p>&lt;script&gt;alert(1)&lt;/script&gt; and *stars* # 1</p>")
  expect(markdown).toBe("\\<script>alert(1)\\</script> and \\*stars\\* # 1")
})

test("what is struck out is gone: it was taken back", () => {
  expect(markdownOfHtml("<p>It costs <s>$20</s> <del>$18</del> $15.</p>")).toBe("It costs $15.")
})

test("answers that a button opens are read, menus and dialogs that one opens are not", () => {
  expect(
    lines(`<h3><button aria-expanded="false" aria-controls="a1">Can I pay later?</button></h3><div id="a1" role="region" hidden>Yes, within 30 days.</div>
    <button aria-controls="a2">Do you ship to Malta?</button><div id="a2" style="display:none">We do.</div>
    <button aria-controls="m">Menu</button><div id="m" role="menu" hidden>Start</div><button data-target="#d">Sign in</button><div id="d" role="dialog" hidden>Your password</div>`)
  ).toEqual(["### Can I pay later?", "Yes, within 30 days.", "**Do you ship to Malta?**", "We do."])
})

test("steps, lists in lists, definitions and what folds out keep their order", () => {
  expect(
    lines(`<ol start="3"><li>Open it.<ul><li>Gently.</li></ul></li><li>Close it.</li></ol><dl><dt>Seal</dt><dd>The ring below the lid.</dd><dt>Is it safe?</dt><dd>Yes.</dd></dl>
    <h2>Questions</h2><details><summary>How long?</summary><p>Five days.</p></details><details><summary>Where?</summary>At the shop.</details><h2>End</h2>`)
  ).toEqual([
    "3. Open it.",
    "   - Gently.",
    "4. Close it.",
    "**Seal:** The ring below the lid.",
    "**Is it safe?** Yes.",
    "## Questions",
    "### How long?",
    "Five days.",
    "### Where?",
    "At the shop.",
    "## End"
  ])
})

test("a table's rows can be read alone: two rows of heads, heads at the side, cells that span, a line across", () => {
  expect(
    lines(`<table><thead><tr><th></th><th colspan="2">Delivery</th></tr><tr><th>Country</th><th>Standard</th><th>Express</th></tr></thead>
    <tr><th>Germany</th><td rowspan="2">5 days</td><td>1 day</td></tr><tr><th>Austria</th><td>2 days</td></tr><tr><td colspan="3">Islands</td></tr><tr><th>Malta</th><td colspan="2">9 days | <ul><li>by sea</li><li>by air</li></ul></td></tr></table>`)
  ).toEqual([
    "| Country | Delivery Standard | Delivery Express |",
    "| - | - | - |",
    "| Germany | 5 days | 1 day |",
    "| Austria | 5 days | 2 days |",
    "**Islands**",
    "| Country | Delivery Standard | Delivery Express |",
    "| - | - | - |",
    "| Malta | 9 days \\| by sea; by air | 9 days \\| by sea; by air |"
  ])
})

test("heads in the first column alone make a list, a table for the layout makes paragraphs", () => {
  expect(lines("<table><tr><th>Weight</th><td>2 kg</td></tr><tr><th>Colour</th><td>red</td></tr></table>")).toEqual([
    "- **Weight:** 2 kg",
    "- **Colour:** red"
  ])
  expect(lines('<table role="presentation"><tr><td><p>Left.</p></td><td><p>Right.</p></td></tr></table>')).toEqual([
    "Left.",
    "Right."
  ])
  expect(
    lines("<table><tr><td><b>Paid with</b></td><td><b>Time</b></td></tr><tr><td>Card</td><td>5 days</td></tr></table>")
  ).toEqual(["| **Paid with** | **Time** |", "| - | - |", "| Card | 5 days |"])
})

test("a span of a million columns makes no million cells", () => {
  expect(
    markdownOfHtml(
      '<table><tr><th colspan="1000000" rowspan="1000000">A</th></tr><tr><td>B</td><td>C</td></tr></table>'
    ).length
  ).toBeLessThan(5000)
})

test("markup that says nothing, thousands of times, or that fills a table over and over, ends", () => {
  expect(markdownOfHtml(`${"<a href=http://x>".repeat(5000)}Words.`)).toContain("Words.")
  expect(markdownOfHtml(`<table>${'<tr><td rowspan="5000" colspan="100">x</td></tr>'.repeat(300)}</table>`)).toContain(
    "x"
  )
})

test("links lead where a person can go; inside the site only where the page's address is known", () => {
  expect(
    markdownOfHtml(
      '<p><a href="https://a.example/b">out</a> <a href="/c">in</a> <a href="data:text/html,x">data</a> <a href="#top">top</a></p>'
    )
  ).toBe("[out](https://a.example/b) in data top")
  expect(markdownOfHtml('<p><a href="../c?d=1">in</a></p>', "https://help.example/a/b")).toBe(
    "[in](https://help.example/c?d=1)"
  )
})

test("a picture is its description, its file's name is none; furigana are left out", () => {
  expect(
    markdownOfHtml(
      '<p><img alt="IMG_2031.png"><img alt="image.png"><img alt="Screenshot 2026-01-04 at 10.11.12"><img alt="The lid is open"></p>'
    )
  ).toBe("The lid is open")
  expect(markdownOfHtml("<p><ruby>返品<rp>(</rp><rt>へんぴん</rt><rp>)</rp></ruby>できます</p>")).toBe("返品できます")
  expect(markdownOfHtml('<figure><img alt="The lid"><figcaption>The lid</figcaption></figure>')).toBe("The lid")
})

test("two breaks part paragraphs", () => {
  expect(lines("<div>First line.<br>Same.<br><br>Second.</div>")).toEqual(["First line.\\", "Same.", "Second."])
})

test("a hundred thousand elements in each other are said in a sentence", () => {
  expect(() => markdownOfHtml(`${"<div>".repeat(300)}${"<p>Some words of a page.</p>".repeat(40_000)}`)).toThrow(
    "nested too deeply"
  )
  expect(() => markdownOfHtml("<div>".repeat(100_000))).toThrow("Its elements are nested too deeply to be read.")
})
