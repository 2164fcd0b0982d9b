import { expect, test } from "vitest"
import { plainLetter } from "../../../src/text/model-signs/plain-letter.ts"

/** Reads a letter in pieces of several sizes, and returns what came, which must be the same each time. */
function read(letter: string): string {
  const texts = [1, 2, 3, 7, 1000].map((size) => {
    const reader = plainLetter()
    let text = ""
    for (let at = 0; at < letter.length; at += size) text += reader.push(letter.slice(at, at + size))
    return text + reader.end()
  })
  expect(new Set(texts).size).toBe(1)
  return texts[0] ?? ""
}

const LETTER = "Hello [PERSON_1],\n\nyou can send it back within 30 days.\n\nKind regards\n[PERSON_2]"

test.each([
  ["quotation marks around it", `"${LETTER}"`],
  ["curly ones", `“${LETTER}”`],
  ["German ones", `„${LETTER}“`],
  ["French ones", `«${LETTER}»`],
  ["Japanese ones", `「${LETTER}」`],
  ["emphasis", LETTER.replace("30 days", "*30 days*")],
  ["emphasis by underscores", LETTER.replace("send it back", "_send it back_")],
  ["a list of sources", `${LETTER}\n\nSources:\n- Returning a lamp\n- [2] Goodwill`],
  ["a numbered list", `${LETTER}\n\n**Quellen**\n1. Rückgabe\n2. Kulanz`],
  ["a rule and numbers", `${LETTER}\n\n---\n*Sources:* [1], [2]`],
  ["a Spanish list", `${LETTER}\n\nFuentes: fuente 1, fuente 2`],
  ["a Japanese list", `${LETTER}\n\n出典：\n・返品`.replace("・", "- ")],
  ["a French list", `${LETTER}\n\nRéférences :\n[1] Retours`],
  ["footnotes", `${LETTER}\n\n[^1]: Returning a lamp\n[^2]: Goodwill`]
])("%s: the letter is left", (_what, letter) => expect(read(letter)).toBe(LETTER))

test("a list of numbers before the closing goes too", () =>
  expect(read(LETTER.replace("\n\nKind", "\n\nSources: [1], [2]\n\nKind"))).toBe(
    LETTER.replace("\n\nKind", "\n\nKind")
  ))

test("a line that begins with a star is a line of a list", () =>
  expect(read("Please:\n\n* pack it\n* send it\n\nBye")).toBe("Please:\n\n- pack it\n- send it\n\nBye"))

test.each([
  LETTER,
  '"Reset" is the button on the right.\n\nKind regards',
  "It weighs 3 * 4 * 5 kg, and 2*3 is 6.",
  "Open **Settings** and file_name_x or _config_1_.",
  "Press [[which key]] (the red one).",
  "Sources of light are off.\n\nReferences to it are gone.",
  "The sources:\n\nthere are none.",
  "So\n\nRe\n\nQu",
  "Kind regards\n[PERSON_2]\n\n",
  '"Hello'
])("%j stays as it is", (letter) => expect(read(letter)).toBe(letter))

test("a long letter of signs takes linear time", () => {
  for (const piece of ["*", "\n", "(", "[", "_a", '"', "Sources:\n- a\n", "\n---"]) {
    const began = performance.now()
    read(piece.repeat(4000))
    expect(performance.now() - began).toBeLessThan(20_000)
  }
}, 200_000)
