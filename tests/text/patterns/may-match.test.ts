import fc from "fast-check"
import { expect, test } from "vitest"
import { splitAlternatives } from "../../../src/text/patterns/alternatives.ts"
import { GatedPattern } from "../../../src/text/patterns/gated-pattern.ts"
import { DIGIT, mayMatch, requiredLetters } from "../../../src/text/patterns/required-letters.ts"

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
  ["(?:one|(?:two )*)x", []],
  ["\\d{1,2} ?(?:月|日)", [[DIGIT], ["月", "日"]]]
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
    "回",
    "\\d",
    "|",
    "."
  )
  const text = fc.string({
    unit: fc.constantFrom(..."refundéſßabcdordershipxyzstT回答 KREF12".split("")),
    maxLength: 30
  })
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

test.each([
  ["(?<!\\p{L})(?:ab|c(?:d|e))(?!x)", ["(?<!\\p{L})ab(?!x)", "(?<!\\p{L})c(?:d|e)(?!x)"]],
  ["a|(?:b|[|])(?!c)|\\|", ["a", "b(?!c)", "[|](?!c)", "\\|"]],
  ["(?:a|b)c", undefined],
  ["(?:a|b)+c", undefined],
  ["(a|b)c", undefined],
  ["(?<name>a)|b", undefined],
  ["x*(?:a|b)", undefined]
])("the alternatives of %s are %j", (source, alternatives) => {
  expect(splitAlternatives(source)).toEqual(alternatives)
})

test.each([
  "(?<!\\p{L})(?:re(?:fund|pay)|s\\p{L}*|(?:order )?ship|x?)(?!q)",
  "(?<!\\p{L})(?:fund|ship|order q|pay s|repay|order |refund x|q q|x x x|shipship)|\\bre(?:pay|fund) (?:q|s)|fundx"
])("a gated pattern finds what the plain one finds: %s", (source) => {
  const [gated, plain] = [new GatedPattern(source, "giu"), new RegExp(source, "giu")]
  const placesIn = (pattern: RegExp, text: string) =>
    [...text.matchAll(pattern)].map(({ 0: words, index }) => [index, words])
  const text = fc.string({
    unit: fc.constantFrom("re", "fund", "pay", "order ", "ship", "s", "q", "x", " "),
    maxLength: 12
  })
  fc.assert(
    fc.property(text, fc.nat(8), (one, from) => {
      gated.lastIndex = plain.lastIndex = 0
      expect(placesIn(gated, one)).toEqual(placesIn(plain, one))
      expect(one.search(gated)).toBe(one.search(plain))
      expect(one.replace(gated, "-")).toBe(one.replace(plain, "-"))
      gated.lastIndex = plain.lastIndex = from
      expect([gated.exec(one)?.index, gated.lastIndex]).toEqual([plain.exec(one)?.index, plain.lastIndex])
      expect(gated.test(one)).toBe(plain.test(one))
    }),
    { seed: 7, numRuns: 1000 }
  )
})
