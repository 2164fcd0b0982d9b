import { eld } from "eld/extrasmall"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { unpackWordPieces } from "../../src/text/language/word-piece-table.ts"
import { weights } from "../../src/lexicon/weights/word-pieces.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import { root } from "../house/files.ts"
import { wordPieceScores } from "../../src/text/language/language-scores.ts"

const said = (text: string) => Object.entries(eld.detect(text).getScores())

describe("a text is scored as the package eld scores it", () => {
  test.each(LANGUAGES)("pages in %s, whole, as a sentence, as a few words", (language) => {
    const pages = readFileSync(join(root, "data/knowledge-own", language, "distractors.jsonl"), "utf8")
    const lines = pages.split("\n").filter((line) => line !== "")
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines)
      for (const text of [line, line.slice(100, 500), line.slice(40, 80)])
        expect([...wordPieceScores(text)], text.slice(0, 60)).toEqual(said(text))
  })

  test.each([
    ["nothing", ""],
    ["no letter", " 12 … "],
    ["one letter", "a"],
    ["a word of three letters", "abc"],
    ["a word of four", "abcd"],
    ["apostrophes", "don't l’été d'accord 'quoted'"],
    ["a word of two hundred letters", `${"x".repeat(200)} then words`],
    ["the same long word twice, and another", `${"é".repeat(75)} ${"é".repeat(75)} ${"ü".repeat(75)}`],
    ["more text than decides", "Łódź źdźbło chrząszcz ".repeat(60)],
    ["a text that is cut within a long word", `${"слово ".repeat(28)}${"щ".repeat(60)}`],
    ["three bytes a letter", "हिन्दी में लिखा हुआ वाक्य ".repeat(20)],
    ["letters beyond the first plane, and half of one", "𝒜𝒷𝒸 hello there 😀 friend \ud835 again"],
    ["Greek", "Αυτό είναι ένα κείμενο στα ελληνικά"],
    ["Japanese", "これはテストです。注文はどこですか"]
  ])("%s", (_, text) => expect([...wordPieceScores(text)]).toEqual(said(text)))
})

test("a file that is cut off is refused, and not read as a smaller table", () => {
  expect(() => unpackWordPieces(weights().slice(0, -1))).toThrow(RangeError)
})
