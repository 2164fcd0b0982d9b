import { afterEach, describe, expect, test } from "vitest"
import { editors } from "./editors.ts"
import { casesFor } from "./sample.ts"
import { stand, undo, type Stand } from "./stand.ts"

/** Fails the test when markup of a draft comes to life. */
declare global {
  interface Window {
    cameToLife?: true
  }
}

const MARKUP = {
  markup: `<img src=x onerror="parent.cameToLife = true"><script>parent.cameToLife = true</script> <b>bold</b> <!-- no comment --> </p></body>`
}
/** An editor has every third of them by turns. */
const texts = {
  entities: "&amp; stays, &lt; stays, &nbsp; stays, &#65; stays, 100% & more",
  blanks: "Your order [[order number]] left on [[x]].\n\n[[what is missing]]",
  markdown: "**not bold** # not a heading\n\n- one\n- two\n\n1. first\n> not a quote",
  emoji: "Done \u{1F469}\u200d\u{1F4BB} \u{1F1EB}\u{1F1F7} \u{2764}\u{FE0F} e\u0301",
  "right to left": "שלום מאיה,\n\nהחבילה בדרך. مرحبا 123 abc",
  Japanese: "お問い合わせありがとうございます。\n\nご注文の品は「3営業日」以内に　発送いたします。",
  French: "Bonjour\u00a0! Voici le prix\u00a0: 12\u202f€, «\u00a0livré\u00a0»\u00a0?",
  spaces: "a  b   c\n  indented\n\nend",
  "several blank lines": "One.\n\n\nThree breaks.\n\n\n\nFour breaks.",
  links: "See https://example.com/a?b=1&c=2#d and <https://example.com> and mailto:a@example.com",
  "20,000 characters": Array.from({ length: 200 }, (_, n) => `${n} ${"word & <tag> ".repeat(8)}`.slice(0, 98))
    .map((line) => line.trim().padEnd(98, "."))
    .join("\n\n")
}

describe.each(editors)("$name", (kind) => {
  let editor: Stand
  afterEach(() => {
    editor.close()
    expect(window.cameToLife).toBeUndefined()
  })

  test.each([...Object.entries(MARKUP), ...casesFor(Object.entries(texts), editors.indexOf(kind), 3)])(
    "%s arrives as it is, and is taken back whole",
    async (_, text) => {
      editor = await stand(kind, { own: ["Before."], signature: ["Dana"] })
      const before = editor.model()
      await editor.insert(text)
      if (kind.differs?.drawsPart && text.length > 10_000) return expect(editor.model()).toBe(before)
      const signs = (words: string) => (kind.differs?.composes ? words.normalize() : words).replaceAll("\u00a0", " ")
      expect(signs(editor.lines())).toContain(signs(text))
      const written = (words: string) => (kind.differs?.plainSpaces ? words.replaceAll("\u00a0", " ") : words)
      expect(written(editor.read())).toContain(written(text))
      await undo()
      expect(editor.model()).toBe(before)
    }
  )

  test("tabs arrive as white space", async () => {
    editor = await stand(kind)
    await editor.insert("Name\tAmount\nTea\t3.50")
    expect(editor.read()).toMatch(/^Name\s+Amount\nTea\s+3\.50$/)
  })
})
