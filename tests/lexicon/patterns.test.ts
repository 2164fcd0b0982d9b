import { expect, test } from "vitest"
import { patternsOf, wordPattern } from "../../src/lexicon/lexicon.ts"

const lists = {
  en: {
    acts: "(?:i|we) {{past}}\nstill",
    past: "(?!{{story}}\\b)[a-z]+ed\nrang",
    story: "ordered\nreceived",
    once: "{{twice}}",
    twice: "not {{once}}"
  },
  de: { acts: "schon wieder" },
  ja: { acts: "まだ" }
}

test("a list's part may name parts of its own", () => {
  expect(patternsOf(lists, "en", "acts")).toEqual(["(?:i|we) (?:(?!(?:ordered|received)\\b)[a-z]+ed|rang)", "still"])
})

test("a list that leads back to itself is refused, and so is a part that isn't there", () => {
  expect(() => patternsOf(lists, "en", "once")).toThrow('"once" leads back to itself: once, twice')
  expect(() => patternsOf({ en: { acts: "{{none}}" } }, "en", "acts")).toThrow("none")
})

test.each([
  ["en", "We pressed it.", true],
  ["en", "We ordered it.", false],
  ["en", "It whistill works", false],
  ["de", "Schon wieder!", true],
  ["de", "Schon wiederholt.", false],
  ["ja", "荷物はまだです", true]
])("a pattern of whole words, in %s: %s", (language, text, isMatch) => {
  expect(wordPattern(lists, language, "acts")?.test(text)).toBe(isMatch)
})

test("a language without the list has no pattern", () => {
  expect(wordPattern(lists, "fr", "acts")).toBeUndefined()
})
