import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { userEvent } from "vitest/browser"
import { composers } from "../../src/composers/index.ts"
import type { Composer } from "../../src/composers/composer.ts"
import { editors, plainOf, type Opened, type Standing } from "./editors.ts"

const DRAFT = "Hello Maya,\n\nwe found the parcel. It is on its way:\nLumen & Ladle, box 7.\n\nKind regards\nTom"
const OWN = ["I have looked into it.", "One thing first."]
const QUOTE = ["Where is my parcel?", "Maya"]
const SIGNATURE = ["Dana Okafor", "Customer Care"]
const NEVER = ["keydown", "keypress", "keyup", "submit", "beforeunload"]

describe.each(editors)("$name", ({ open }) => {
  let editor: Opened
  let composer: Composer
  const untrusted: string[] = []
  const heard = (event: Event) => void (event.isTrusted || untrusted.push(event.type))

  beforeEach(() => void untrusted.splice(0))
  afterEach(() => {
    editor.close()
    expect(untrusted).toEqual([])
  })
  async function stand(standing?: Standing) {
    editor = await open(standing)
    const found = composers.find((each) => each.accepts(editor.element))
    if (!found) throw new Error("no composer accepts this editor")
    composer = found
    for (const view of new Set([window, editor.element.ownerDocument.defaultView ?? window])) {
      for (const type of NEVER) view.addEventListener(type, heard, true)
    }
  }
  const insert = (text: string) => composer.insert(editor.element, text, "own-place")
  const undo = () => userEvent.keyboard("{Control>}z{/Control}")
  const redo = () => userEvent.keyboard("{Control>}{Shift>}z{/Shift}{/Control}")

  const places: { name: string; standing: Standing; above?: string[]; below?: string[] }[] = [
    { name: "an empty editor", standing: {} },
    { name: "own words", standing: { own: OWN } },
    { name: "own words with an empty line under them", standing: { own: OWN, blank: true } },
    { name: "a signature under an empty line", standing: { blank: true, signature: SIGNATURE } },
    { name: "a signature alone", standing: { signature: SIGNATURE } },
    { name: "a quote under an empty line, and a signature", standing: { blank: true, quote: QUOTE, signature: SIGNATURE } },
    { name: "a quote at the top", standing: { quote: QUOTE, signature: SIGNATURE } },
    { name: "own words, quote and signature", standing: { own: OWN, blank: true, quote: QUOTE, signature: SIGNATURE } },
    { name: "own words right above a quote", standing: { own: OWN, quote: QUOTE, signature: SIGNATURE } }
  ]
  test.each(places)("into $name, one undo back and one redo forth", async ({ standing }) => {
    await stand(standing)
    const [before, stood] = [editor.model(), editor.lines()]
    await insert(DRAFT)
    const after = editor.model()
    const own = standing.own?.join("\n\n") ?? ""
    // Below the own words, above all else, and every line that stood still stands.
    const lines = editor.lines().trim()
    const [above = "", below = ""] = lines.split(DRAFT)
    expect(lines).toContain(DRAFT)
    expect(above.trim()).toBe(own)
    expect(below.trim()).toBe(stood.trim().slice(own.length).trim())
    expect(above === "" || above.endsWith("\n\n")).toBe(true)
    expect(below === "" || below.startsWith("\n\n")).toBe(true)
    expect(composer.read(editor.element)).toContain(DRAFT)
    await undo()
    expect(editor.model()).toBe(before)
    await redo()
    expect(editor.model()).toBe(after)
  })

  test("reads what stands there", async () => {
    await stand({ own: OWN, signature: SIGNATURE })
    expect(composer.read(editor.element).replace(/-- \n/, "")).toBe(plainOf({ own: OWN, signature: SIGNATURE }).replace("-- \n", ""))
  })

  test("words that were just typed stay when the draft is undone", async () => {
    await stand()
    editor.element.focus()
    await userEvent.keyboard("Hi there")
    const typed = editor.model()
    await insert(DRAFT)
    expect(composer.read(editor.element)).toBe(`Hi there\n\n${DRAFT}`)
    await undo()
    expect(editor.model()).toBe(typed)
  })
})
