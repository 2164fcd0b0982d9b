import { expect, test } from "vitest"
import { patternMatches, readOrderPattern } from "../../src/text/order-pattern.ts"

const found = (source: string, text: string) => {
  const read = readOrderPattern(source)
  return read.ok ? patternMatches(read.pattern, text).map((match) => match[0]) : read.why
}

test.each([
  [String.raw`ORD-\d{4,8}`, "See ORD-48077 and ORD-1.", ["ORD-48077"]],
  [String.raw`\bLO\d+\b`, "LO123456, XLO1", ["LO123456"]],
  [String.raw`(?<![\p{L}\d])(?:AB|CD)?\d{6}(?:-\d{1,2})?(?!\d)`, "CD123456-7 and 1234567", ["CD123456-7"]],
  [String.raw`#[A-Z]{2}\u{2d}\d+?x`, "#AB-12x", ["#AB-12x"]],
  [String.raw`[\]()*+]\d{3}`, "]123 (456", ["]123", "(456"]],
  [String.raw`(?<year>20\d\d)\/\d{5}`, "2026/12345", ["2026/12345"]],
  ["注文\\d{4,6}", "注文4807は", ["注文4807"]]
])("%s is taken", (source, text, numbers) => expect(found(source, text)).toEqual(numbers))

test.each([
  ["(", "broken"],
  ["a{2", "broken"],
  [String.raw`\d`.repeat(101), "long"],
  [String.raw`\d*`, "empty"],
  ["", "empty"],
  [String.raw`\b`, "empty"],
  [String.raw`(?=\d)`, "empty"],
  [String.raw`\d{4}|`, "empty"],
  ["^", "empty"],
  [String.raw`(\d+)+$`, "nested"],
  [String.raw`(?:\d{2}-?)*x`, "nested"],
  [String.raw`(\d|\d\d)+`, "nested"],
  [String.raw`((?:\d?))*1`, "nested"],
  [String.raw`(?:(?:\d+)?){2,9}1`, "nested"],
  [String.raw`(\d)\1`, "reference"],
  [String.raw`(?<a>\d)\k<a>`, "reference"],
  [String.raw`\d*\d*\d*\d*x`, "many"],
  [String.raw`(\d|\d)`.repeat(20), "many"],
  [String.raw`\d{1,999}`, "many"],
  [String.raw`(?=\d{1,60})\d{1,60}x`, "many"],
  [String.raw`(?:\d{40}?){90}`, "nested"],
  ["[A-Z]{2,9}", "no-digit"],
  [".{4}", "no-digit"],
  [String.raw`\w+`, "no-digit"],
  [String.raw`\S{3,9}`, "no-digit"]
])("%s is refused: %s", (source, why) => expect(found(source, "")).toBe(why))

test("no pattern that is taken is slow, on text made to slow it down", () => {
  const patterns = [
    String.raw`\d+-\d+x`,
    String.raw`[A-Z]+\d+x`,
    String.raw`(?:\d+)?\d{1,50}x`,
    String.raw`\d+x`,
    String.raw`[A-Z]*[A-Z0-9]*-\dx`,
    String.raw`\w+\d\w+x`
  ]
  const texts = ["1".repeat(20_000), "1-".repeat(10_000), "A".repeat(20_000), "A1".repeat(10_000)]
  for (const source of patterns) for (const text of texts) expect(found(source, text)).toEqual([])
})

test("a pattern with many ways to match is matched from the left as others are, in any case too", () => {
  const read = readOrderPattern(String.raw`([A-Z]+)-\p{Script=Han}?\d{1,9}`)
  if (!read.ok) throw new Error(read.why)
  const text = "ab-1, AB-字22, 注文 XY-3 and ABC-"
  expect(patternMatches(read.pattern, text)).toEqual([
    { index: 6, 0: "AB-字22", 1: "AB" },
    { index: 17, 0: "XY-3", 1: "XY" }
  ])
  expect(patternMatches(read.pattern, text, true).map((match) => match[0])).toEqual(["ab-1", "AB-字22", "XY-3"])
})
