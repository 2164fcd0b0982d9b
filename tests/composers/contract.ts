import { afterEach, describe, expect, test } from "vitest"
import { userEvent } from "vitest/browser"
import type { Editor, Standing } from "./editor.ts"
import { casesFor } from "./sample.ts"
import { aMomentLater, stand, undo, type Stand } from "./stand.ts"

const DRAFT = "Hello Maya,\n\nwe found the parcel. It is on its way:\nLumen & Ladle, box 7.\n\nKind regards\nTom"
const OWN = ["I have looked into it.", "One thing first."]
const QUOTE = ["Where is my parcel?", "Maya"]
const SIGNATURE = ["Dana Okafor", "Customer Care"]

const withoutSpace = (text: string) => text.replace(/\s+/g, "")

/** Editors choose which of their spaces may not break. */
const plainSpaces = (text: string) => text.replaceAll("&nbsp;", " ").replaceAll("\u00a0", " ")

/** How many empty lines an editor shows below all that is written. */
const emptyLinesBelow = ({ element, lines }: Stand) =>
  (element.innerText || lines()).replace(/[\u200b\ufeff]/g, "").match(/\n*$/)?.[0].length ?? 0

const places: { name: string; standing: Standing }[] = [
  { name: "an empty editor", standing: {} },
  { name: "own words", standing: { own: OWN } },
  { name: "own words with an empty line under them", standing: { own: OWN, blank: true } },
  { name: "a signature under an empty line", standing: { blank: true, signature: SIGNATURE } },
  { name: "a signature alone", standing: { signature: SIGNATURE } },
  {
    name: "a quote under an empty line, and a signature",
    standing: { blank: true, quote: QUOTE, signature: SIGNATURE }
  },
  { name: "a quote at the top", standing: { quote: QUOTE, signature: SIGNATURE } },
  { name: "own words, quote and signature", standing: { own: OWN, blank: true, quote: QUOTE, signature: SIGNATURE } },
  { name: "own words right above a quote", standing: { own: OWN, quote: QUOTE, signature: SIGNATURE } }
]

/** What every composer must do in its real editor, at every second of the places by turns. */
export function composerContract(editors: Editor[]): void {
  describe.each(editors)("$name", (kind) => {
    let editor: Stand
    afterEach(() => editor.close())

    test.each(casesFor(places, editors.indexOf(kind), 2))(
      "into $name; one undo back, one redo forth",
      async ({ standing }) => {
        editor = await stand(kind, standing)
        const [before, stood, linesBelow] = [editor.model(), editor.lines().trim(), emptyLinesBelow(editor)]
        await editor.insert(DRAFT)
        expect(emptyLinesBelow(editor)).toBeLessThanOrEqual(linesBelow)
        const [after, lines] = [editor.model(), editor.lines().trim()]
        // Below the own words, above all else, parted by a blank line, and every line that stood still stands.
        const own = standing.own?.join("\n\n") ?? ""
        const [above = "", below = "", ...again] = lines.split(DRAFT)
        expect(lines).toContain(DRAFT)
        expect(again).toEqual([])
        expect(above).toBe(own && `${own}\n\n`)
        expect(below.trim()).toBe(stood.slice(own.length).trim())
        expect(below).toMatch(/^(\n\n|$)/)
        expect(editor.read()).toContain(DRAFT)
        await undo()
        expect(editor.model()).toBe(before)
        await editor.redo()
        expect(editor.model()).toBe(after)
      }
    )

    test("reads lines by one break, paragraphs by a blank line, nothing after the end", async () => {
      editor = await stand(kind, {
        own: ["First line.", "Second  paragraph,  spaced."],
        blank: true,
        signature: SIGNATURE
      })
      expect(editor.read()).toMatch(
        /^First line\.\n\nSecond {1,2}paragraph, {1,2}spaced\.\n{2,4}(-- \n)?Dana Okafor\nCustomer Care$/
      )
    })

    test("words that were just typed stay when the draft is undone", async () => {
      editor = await stand(kind)
      editor.element.focus()
      await userEvent.keyboard("Hi there")
      const typed = editor.model()
      aMomentLater()
      await editor.insert(DRAFT)
      expect(editor.read()).toBe(`Hi there\n\n${DRAFT}`)
      await undo()
      expect(editor.model()).toBe(typed)
    })

    test("undo restores exactly what stood there: untouched, and after own words typed above a signature", async () => {
      for (const typed of ["", "Hello there Maya"]) {
        editor = await stand(kind, { blank: true, signature: SIGNATURE })
        if (typed) {
          await editor.insert("Dear Maya")
          aMomentLater()
          await userEvent.keyboard(`. ${typed}`)
          await editor.noted?.()
        }
        const stood = editor.model()
        aMomentLater()
        await editor.insert(DRAFT)
        expect(editor.read()).toContain(DRAFT)
        await undo()
        expect(editor.model()).toBe(stood)
        if (!typed) editor.close()
      }
    })

    test("the agent types on behind the draft, and undo takes back the typing first", async () => {
      editor = await stand(kind, { signature: SIGNATURE })
      const stood = editor.model()
      await editor.insert(DRAFT)
      const inserted = editor.model()
      aMomentLater()
      await userEvent.keyboard("!")
      expect(editor.read()).toContain("Tom!")
      const typed = editor.model()
      await editor.noted?.()
      await undo()
      expect(editor.model()).toBe(kind.differs?.undoesTyping ? stood : inserted)
      await editor.redo()
      expect(editor.model()).toBe(typed)
    })

    test("at the agent's caret, and over the agent's selection", async () => {
      editor = await stand(kind)
      editor.element.focus()
      await userEvent.keyboard("Hi there")
      await userEvent.keyboard("{ArrowLeft>6/}")
      await editor.insert(" over", "caret")
      expect(plainSpaces(editor.read())).toBe("Hi over there")
      await userEvent.keyboard("{Shift>}{ArrowLeft>5/}{/Shift}")
      const typed = editor.model()
      aMomentLater()
      await editor.insert(" and hello", "selection")
      expect(plainSpaces(editor.read())).toBe("Hi and hello there")
      await undo()
      expect(editor.model()).toBe(typed)
    })

    test("typed in the same moment: undo may take it along, redo brings both back", async () => {
      editor = await stand(kind)
      const before = editor.model()
      editor.element.focus()
      await userEvent.keyboard("Hello")
      const typed = editor.model()
      await editor.insert(DRAFT)
      const after = editor.model()
      await undo()
      expect(editor.model()).toBe(kind.differs?.undoesTogether ? before : typed)
      await editor.redo()
      expect(editor.model()).toBe(after)
    })

    test("several paragraphs at the caret and over a selection lose nothing beside them, and one undo takes them back", async () => {
      for (const at of ["caret", "selection"] as const) {
        editor = await stand(kind)
        editor.element.focus()
        await userEvent.keyboard("Hi there")
        await userEvent.keyboard("{ArrowLeft>2/}{Shift>}{ArrowLeft>3/}{/Shift}")
        const typed = editor.model()
        aMomentLater()
        await editor.insert(DRAFT, at)
        expect(withoutSpace(editor.read())).toBe(withoutSpace(at === "caret" ? `Hi the${DRAFT}re` : `Hi ${DRAFT}re`))
        expect(editor.read()).toContain(DRAFT.slice(DRAFT.indexOf("\n\n"), DRAFT.lastIndexOf("\n")))
        await undo()
        expect(editor.model()).toBe(typed)
        if (at === "caret") editor.close()
      }
    })

    test("where the agent never set a caret, the draft goes to its own place", async () => {
      editor = await stand(kind, { own: OWN, blank: true, signature: SIGNATURE })
      document.getSelection()?.removeAllRanges()
      editor.element.ownerDocument.getSelection()?.removeAllRanges()
      if (editor.element instanceof HTMLTextAreaElement) editor.element.setSelectionRange(0, 0)
      await editor.insert("Hello Maya", kind.differs?.alwaysCaret ? "own-place" : "caret")
      expect(editor.read()).toContain(`${OWN.join("\n\n")}\n\nHello Maya`)
    })

    test("a list of the agent's own over a signature: the draft stands below the list, not in it", async () => {
      editor = await stand(kind, { list: ["one", "two"], signature: SIGNATURE })
      const before = editor.model()
      await editor.insert(DRAFT)
      expect(editor.read()).toMatch(new RegExp(`one\\n(- )?two\\n\\n${DRAFT}\\n\\n`))
      expect(editor.linesInList()).toEqual(["one", "two"])
      await undo()
      expect(editor.model()).toBe(before)
    })

    test("a list with nothing under it: the draft stands below it, or nothing is written", async () => {
      editor = await stand(kind, { list: ["one", "two"] })
      const before = editor.model()
      await editor.insert(DRAFT)
      if (kind.differs?.endsInList) expect(editor.model()).toBe(before)
      else expect(editor.read()).toMatch(new RegExp(`one\\n(- )?two\\n\\n${DRAFT}$`))
      expect(editor.linesInList()).toEqual(["one", "two"])
    })

    test("replaces its own text word for word, and one undo brings it back", async () => {
      editor = await stand(kind, { own: OWN, blank: true, quote: QUOTE, signature: SIGNATURE })
      await editor.insert(DRAFT)
      const [model, text] = [editor.model(), editor.read()]
      const from = text.indexOf(DRAFT)
      aMomentLater()
      await editor.composer.replace(editor.element, from, from + DRAFT.length, "Hello Maya,\n\nshorter now.")
      expect(editor.read()).toBe(text.replace(DRAFT, "Hello Maya,\n\nshorter now."))
      await undo()
      expect(editor.model()).toBe(model)
    })

    test("replaces a few words inside a paragraph", async () => {
      editor = await stand(kind, { own: OWN })
      await editor.insert(DRAFT)
      const [model, text] = [editor.model(), editor.read()]
      for (const [words, others] of [
        ["the parcel", "your box"],
        ["Ladle, box", "Ladle,\nbox"],
        ["Tom", "Dana"]
      ] as const) {
        const from = text.indexOf(words)
        aMomentLater()
        await editor.composer.replace(editor.element, from, from + words.length, others)
        expect(plainSpaces(editor.read())).toBe(text.replace(words, others))
        await undo()
        expect(editor.model()).toBe(model)
      }
    })

    test("replaces words beside, in and across bold ones; all other formatting stays, and one undo brings them back", async () => {
      editor = await stand(kind)
      editor.element.focus()
      await userEvent.keyboard(
        "We gladly refund the parcel today.{ArrowLeft>18/}{Shift>}{ArrowLeft>13/}{/Shift}{Control>}b{/Control}{ArrowRight}"
      )
      const [model, text] = [editor.model(), plainSpaces(editor.read())]
      for (const [words, others] of [
        ["parcel", "box"],
        ["refund", "return"],
        ["gladly refund the", "can replace your"]
      ] as const) {
        const from = text.indexOf(words)
        aMomentLater()
        await editor.composer.replace(editor.element, from, from + words.length, others)
        expect(plainSpaces(editor.read())).toBe(text.replace(words, others))
        if (words === "parcel") expect(plainSpaces(editor.model())).toBe(plainSpaces(model).replace(words, others))
        aMomentLater()
        await undo()
        expect(editor.model()).toBe(model)
      }
    })

    test("replacing all there is, twice", async () => {
      editor = await stand(kind)
      await editor.insert(DRAFT)
      for (const next of ["One line.", "Two.\n\nParagraphs."]) {
        await editor.composer.replace(editor.element, 0, editor.read().length, next)
        expect(editor.read()).toBe(next)
      }
    })

    test("asked in the last moment, and told no: nothing changes", async () => {
      editor = await stand(kind, { own: OWN })
      const before = editor.model()
      await editor.composer.insert(editor.element, DRAFT, "own-place", () => false)
      await editor.composer.replace(editor.element, 0, 5, "Nothing", () => false)
      expect(editor.model()).toBe(before)
    })

    test("a read-only editor is left as it is, and reading tells", async () => {
      editor = await stand(kind, { own: OWN })
      const before = editor.model()
      editor.readOnly()
      await editor.insert(DRAFT)
      expect(editor.read()).not.toContain("parcel")
      expect(editor.model()).toBe(before)
    })

    test("an editor that takes it back: nothing is put in a second time, and reading tells", async () => {
      editor = await stand(kind, { own: OWN })
      const before = editor.lines()
      editor.revert()
      await editor.insert(DRAFT)
      await expect.poll(() => editor.lines()).toBe(before)
      expect(editor.read()).not.toContain("parcel")
    })
  })
}
