import fc from "fast-check"
import { expect, test } from "vitest"
import { GatedPattern } from "../../../src/text/patterns/gated-pattern.ts"
import { mayMatch } from "../../../src/text/patterns/may-match.ts"
import { requiredLetters } from "../../../src/text/patterns/required-letters.ts"

test.each([
  ["refund", [["refund"]]],
  ["(?:re|pre)paid (?:bill|fee)s?", [["re", "pre"], ["paid "], ["bill", "fee"]]],
  ["colou?r", [["colo"]]],
  ["cancel{1,2}ed", [["cancel"], ["ed"]]],
  ["(?:maybe )?never", [["never"]]],
  ["a|bc", []],
  ["[abc]def\\p{L}+gh", [["def"], ["gh"]]],
  ["(?<!\\p{L})word(?!ly)", [["word"]]],
  ["(?=.*needle)hay", [["needle"], ["hay"]]],
  ["1\\.2", [["1.2"]]],
  ["(?:one|(?:two )*)x", []]
])("%s requires %j", (source, required) => {
  expect(requiredLetters(source)).toEqual(required)
})

test.each(["a)", "[abc", "x|y)"])("%s is no pattern", (source) => {
  expect(() => requiredLetters(source)).toThrow("pattern")
})

test("a text that a pattern matches always has its letters, whatever the case", () => {
  const part = fc.constantFrom(
    "re",
    "fund",
    "é",
    "ſ",
    "ß",
    "(?:ab|cd)?",
    "(?:order|ship)",
    "\\p{L}*",
    "[x-z]",
    "s+",
    "(?=t)",
    "\\b",
    "回答",
    "|",
    "."
  )
  const text = fc.string({ unit: fc.constantFrom(..."refundéſßabcdordershipxyzstT回答 KREF".split("")), maxLength: 30 })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.array(text), (parts, texts) => {
      const pattern = new RegExp(parts.join(""), "iu")
      for (const one of texts) if (pattern.test(one)) expect(mayMatch(pattern, one)).toBe(true)
    }),
    { seed: 7, numRuns: 2000 }
  )
})

test("a pattern isn't tried on a text without its letters", () => {
  expect(mayMatch(/(?<!\p{L})(?:gift|voucher)s?/iu, "Your refund is on its way.")).toBe(false)
  expect(mayMatch(/(?<!\p{L})(?:gift|voucher)s?/iu, "Your VOUCHER is on its way.")).toBe(true)
})

test("a gated pattern finds what the plain one finds", () => {
  const source = "(?<!\\p{L})(?:re(?:fund|pay)|s\\p{L}*|(?:order )?ship|x?)(?!q)"
  const [gated, plain] = [new GatedPattern(source, "giu"), new RegExp(source, "giu")]
  const placesIn = (pattern: RegExp, text: string) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => [index, words])
  const text = fc.string({
    unit: fc.constantFrom("re", "fund", "pay", "order ", "ship", "s", "q", "x", " "),
    maxLength: 12
  })
  fc.assert(
    fc.property(text, (one) => {
      expect(placesIn(gated, one)).toEqual(placesIn(plain, one))
      expect(one.search(gated)).toBe(one.search(plain))
    }),
    { seed: 7, numRuns: 1000 }
  )
})
