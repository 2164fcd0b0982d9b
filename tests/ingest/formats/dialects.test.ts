import { describe, expect, test } from "vitest"
import { blocksOf, gapsIn } from "../../../src/ingest/markdown/markdown.ts"
import { gapNotice } from "../../../src/ingest/markdown/unfilled.ts"
import { plainDialect } from "../../../src/ingest/formats/markdown/plain-dialect.ts"
import { documents } from "./read.ts"

/** Returns the words of a page as a letter quotes them, each with the headings above it. */
async function words(text: string, path = "a.md"): Promise<string[]> {
  const [document] = await documents(path, text)
  return blocksOf(document?.body ?? "").map((block) => [...block.headings, block.text].join(" > "))
}

describe.each([
  ["a box of Docusaurus", ":::warning\nUnplug it.\n:::\nThen wait.", ["Unplug it.", "Then wait."]],
  ["its title", ":::tip[How long?]\n\nFive days.\n\n:::", ["How long? > Five days."]],
  ["details of VitePress", "::: details Is it safe?\nYes, it is.\n:::", ["Is it safe? > Yes, it is."]],
  ["an alert of GitHub", "> [!IMPORTANT]\n> Unplug it first.", ["Unplug it first."]],
  ["a folded callout", "> [!faq]- Is it safe?\n> Yes, it is.", ["Is it safe? > Yes, it is."]],
  [
    "an admonition of MkDocs",
    '!!! danger "Hot"\n    Let it cool.\n\n    Then wipe it.\n\nDone.',
    ["Hot > Let it cool.", "Then wipe it.", "Done."]
  ],
  ["a collapsed one", "??? note\n    Let it cool.", ["Let it cool."]],
  [
    "tabs",
    '=== "Windows"\n\n    Press Ctrl.\n\n=== "Mac"\n\n    Press Cmd.\n',
    ["Windows > Press Ctrl.", "Mac > Press Cmd."]
  ],
  ["a box of MyST", "```{caution}\nLet it cool.\n```\nDone.", ["Let it cool.", "Done."]],
  ["footnotes", "Five days[^1] by boat.\n\n[^1]: Without Sundays.", ["Five days by boat.", "Without Sundays."]],
  [
    "wiki links",
    "See [[Dark lamp]], [[lamps/dark|the dark one]] or [[Dark lamp#Care]].",
    ["See Dark lamp, the dark one or Dark lamp."]
  ],
  ["tables of contents", "[TOC]\n\n[[_TOC_]]\n\n* Contents\n{:toc}\n\nText.", ["Text."]],
  [
    "attributes",
    '# Returns {#returns .big}\n\nText.{: .lead}\n{: .class}\n\n[Form](x){:target="_blank"} here.',
    ["Returns > Text.", "Returns > Form here."]
  ],
  [
    "emoji and icons by name",
    "Done :white_check_mark: now. :material-alert: Hot at 10:30:45.",
    ["Done now. Hot at 10:30:45."]
  ],
  ["comments", "Text %% not this %%stays.\n\n%%\nnor this\n%%\n\n<!-- nor\nthis -->\n\nEnd.", ["Text stays.", "End."]],
  ["definition lists", "Weight\n:   2 kg\n\nColour\n\n: red", ["Weight > 2 kg", "Colour > red"]],
  ["task lists, marks and struck text", "- [x] Open ==it== now\n- [ ] Pay ~~$20~~ $15", ["- Open it now", "- Pay $15"]],
  [
    "formulas that can be read",
    "Water is H~2~O, $$a = b^2$$ and $x+1=y$, for $5 or $10.",
    ["Water is H2O, a = b² and x+1=y, for $5 or $10."]
  ],
  [
    "shortcodes of Hugo",
    "{{< notice warning >}}\nLet it cool.\n{{< /notice >}}\n\n{{% tip %}}Wait.{{% /tip %}}",
    ["Let it cool.", "Wait."]
  ],
  [
    "boxes of Retype and Python-Markdown",
    "!!!tip Mind\nCool it.\n!!!\n\n/// note | Hot\nWait.\n///",
    ["Mind > Cool it.", "Hot > Wait."]
  ],
  ["tabs of Retype", "=== Linux\n\nPress it.\n\n=== Mac\n\nHold it.\n\n===", ["Linux > Press it.", "Mac > Hold it."]],
  ["tags of Markdoc", '{% callout type="warning" %}\nUnplug it.\n{% /callout %}', ["Unplug it."]],
  ["changes that are marked", "{++New++} {--old--} {~~red~>blue~~}{>> why? <<} lamp.", ["New blue lamp."]],
  [
    "names of Microsoft and Adobe",
    "Press [!UICONTROL Save] in [!DNL Halo]. [!VIDEO https://a.example]",
    ["Press Save in Halo."]
  ],
  ["brackets with ends", '[details="Is it safe?"]\nYes, it is.\n[/details]', ["Is it safe? > Yes, it is."]],
  ["spans and folds", "Press [Save]{.kbd}, ^^now^^.\n\n{# not this #}\n\n[toc levels=2]", ["Press Save, now."]],
  [
    "tags of GitBook",
    '{% hint style="info" %}\nKeep the box.\n{% endhint %}\n\n{% tab title="Mac" %}\nPress Cmd.\n{% endtab %}',
    ["Keep the box.", "Mac > Press Cmd."]
  ],
  [
    "HTML between Markdown",
    "<details><summary>How long?</summary>\n\nFive days.\n\n</details>\n\n<div class='x'>\nRead **this**.\n</div>",
    ["How long? > Five days.", "Read this."]
  ],
  [
    "a table of HTML",
    "<table>\n<tr><th>Plan</th><th>Price</th></tr><tr><td>Basic</td><td>20</td></tr>\n</table>",
    ["- Plan: Basic; Price: 20"]
  ]
])("%s", (_, text, expected) => {
  test("is read as words without signs", async () => expect(await words(text)).toEqual(expected))
})

test("a page of MDX gives its words, and the titles of its components lead theirs", async () => {
  const page = `import Tabs from '@theme/Tabs'
import {
  Card,
} from './card'

export const days = '30'

# Returns

<Tabs groupId="os">
  <TabItem value="win" label="Windows">

Press Ctrl.

  </TabItem>
</Tabs>

<Note>
Keep the box for {days} days. {/* not this */}
</Note>

export it with care.`
  expect(await words(page, "a.mdx")).toEqual([
    "Returns > Windows > Press Ctrl.",
    "Returns > Keep the box for 30 days.",
    "Returns > export it with care."
  ])
})

describe("what isn't in the file", () => {
  test.each([
    ["a variable", "Call {{ site.phone }}. We answer soon.", ["We answer soon."]],
    ...["${price}", "%PRICE%", "{price}", "{$price}", "#{price}", "[% price %]", "@@PRICE@@", "*|PRICE|*"].map(
      (variable): [string, string, string[]] => [variable, `It costs ${variable} now. Soon less.`, ["Soon less."]]
    ),
    ["a tag that HTML doesn't know", "It costs <price> now. Press <enter>.", ["Press <enter>."]],
    ["code of PHP", "It costs <?= $price ?> now. Soon less.", ["Soon less."]],
    ["an include of other tools", "[!INCLUDE [terms](terms.md)]\n\nText.", ["Text."]],
    ["one in a list", "- Write to {{mail}}\n- Or come by.", ["- Or come by."]],
    [
      "one in a table",
      "| Plan | Price |\n|---|---|\n| Basic | {{ price }} |\n| Pro | 20 |",
      ["- Plan: Pro; Price: 20"]
    ],
    ["one in a heading", "# Call {{ phone }}\n\nText.", ["Text."]],
    ["an include", "Text.\n\n{% include contact.html %}", ["Text."]],
    ["a snippet of MkDocs", 'Text.\n\n--8<-- "contact.md"', ["Text."]],
    ["a condition", "A.\n\n{% if eu %}\n30 days\n{% else %}\n14 days\n{% endif %}\n\nB.", ["A.", "B."]],
    ["a shortcode", "Call {{< param phone >}}. Soon.", ["Soon."]],
    ["an embedded note", "Text.\n\n![[Other note]]", ["Text."]],
    ["a formula that nobody reads aloud", "It is $\\frac{a}{b}$. That is all.", ["That is all."]]
  ])("%s: its sentence isn't quoted, and the report names it", async (_, text, expected) => {
    expect(await words(text)).toEqual(expected)
    const [document] = await documents("a.md", text)
    expect(gapNotice(gapsIn(document?.body ?? ""))).toEqual([
      expect.stringMatching(/^\{.*isn't quoted\. Write the text/)
    ])
  })

  test("expressions and components of MDX leave their sentence out, too", async () => {
    expect(await words("Call {phone()}. Or <Phone />. Soon.\n\n<ContactCard />", "a.mdx")).toEqual(["Soon."])
  })

  test("a variable that the front matter states is filled in", async () => {
    expect(await words("---\nphone: 030 99\n---\nCall {{ page.phone }}.")).toEqual(["Call 030 99."])
  })

  test("in code, braces and signs are what the page explains", async () => {
    const text = "Write `{{ name }}` and `[[x]]`.\n\n```\n{{ site.phone }}\n:::note\n```"
    expect(await words(text)).toEqual(["Write {{ name }} and [[x]].", "{{ site.phone }} :::note"])
    expect(gapsIn(text)).toEqual([])
  })

  test("the blanks of a macro stay", async () => {
    const macro = "---\nkind: macro\n---\nDear {{name}}, your [[order number]] is ready."
    expect((await documents("m.md", macro))[0]?.body).toBe("Dear {{name}}, your [[order number]] is ready.")
  })
})

test("ordinary prose stays as it is", async () => {
  const prose =
    "The ratio is 3:2:1, a < b, it costs $5 to $10, C++ and C#, note: this (50 %) [is] fine; a ~ b, x^n, 2 == 2. Press <Enter>."
  expect(plainDialect(prose)).toBe(prose.replace("<E", "\\<E"))
  const more = "It rose 5% and 10% off% is no word. See [a](https://a.example/%af%bb), open %APPDATA% or x [y] {a b}."
  expect(plainDialect(more)).toBe(more)
})

test("hostile texts of a hundred thousand characters are read in linear time", () => {
  const pieces = [
    "<!--",
    "%%",
    "{{",
    "{%",
    "[[",
    "![[",
    ":::",
    "<A ",
    "$$",
    "`",
    "~~",
    "==",
    "{:",
    "<ul>",
    "\n: ",
    "^[",
    "!!! a\n    ",
    "{% if %}",
    "\\(",
    ":a",
    "**",
    "{ a=",
    "<div ",
    "<!-- toc -->",
    "[block:a]{",
    "[/a]",
    "[a]",
    "<<a",
    "${a",
    "%a",
    "{a",
    "!include a\n",
    "[!INCLUDE [",
    "{++",
    "||",
    "=== a\n"
  ]
  const began = process.cpuUsage()
  for (const piece of pieces)
    plainDialect(piece.repeat(Math.floor(100_000 / piece.length)), { isMdx: true, toMarkdown: (html) => html })
  expect(process.cpuUsage(began).user / 1_000_000).toBeLessThan(15)
})
