import fc from "fast-check"
import { expect, test } from "vitest"
import { followClaims, finishedSentences } from "../../src/copilot/draft/draft-text.ts"
import type { Claim } from "../../src/ticket/draft.ts"

const claimsOf = (text: string, ...sentences: string[]): Claim[] => {
  let from = 0
  return sentences.map((sentence) => {
    const start = text.indexOf(sentence, from)
    from = start + sentence.length
    return { start, end: from, state: "supported", sources: [1] }
  })
}
const left = (before: string, claims: Claim[], after: string) =>
  followClaims(before, claims, after).map((claim) => after.slice(claim.start, claim.end))
const LETTER = "Hello Anna,\n\nIt ships today. It takes 3 days. It ships today.\n\nKind regards"
const CLAIMS = claimsOf(LETTER, "Hello Anna,", "It ships today.", "It takes 3 days.", "It ships today.", "Kind regards")

test.each([
  [
    "nothing changed",
    LETTER,
    ["Hello Anna,", "It ships today.", "It takes 3 days.", "It ships today.", "Kind regards"]
  ],
  [
    "a number was changed",
    LETTER.replace("3", "5"),
    ["Hello Anna,", "It ships today.", "It ships today.", "Kind regards"]
  ],
  [
    "words were put before a sentence",
    LETTER.replace("It takes", "Perhaps It takes"),
    ["Hello Anna,", "It ships today.", "It ships today.", "Kind regards"]
  ],
  [
    "words were put behind the greeting",
    LETTER.replace("Anna,", "Anna, dear,"),
    ["It ships today.", "It takes 3 days.", "It ships today.", "Kind regards"]
  ],
  [
    "a sentence was put between",
    LETTER.replace("days. It", "days. Sorry! It"),
    ["Hello Anna,", "It ships today.", "It takes 3 days.", "It ships today.", "Kind regards"]
  ],
  [
    "a sentence was turned round",
    LETTER.replace("It ships today. It takes", "Never. It takes"),
    ["Hello Anna,", "It takes 3 days.", "It ships today.", "Kind regards"]
  ],
  [
    "a full stop became a half sentence",
    LETTER.replace("days. It ships today.", "days, it ships today."),
    ["Hello Anna,", "It ships today.", "Kind regards"]
  ],
  ["everything is gone", "", []]
])("%s: the claims of the sentences that still stand are left", (_what, after, expected) => {
  expect(left(LETTER, CLAIMS, after)).toEqual(expected)
})

test("the first of two moved parts doesn't cost the others their claims", () => {
  const after = "It takes 3 days. It ships today.\n\nKind regards\n\nHello Anna,"
  expect(left(LETTER, CLAIMS, after)).toEqual(["It takes 3 days.", "It ships today.", "Kind regards"])
})

test("whatever is typed, a claim stands on its own sentence, in order, without overlap", () => {
  const typed = fc.array(
    fc.oneof(
      fc.constantFrom("It ships today.", "It takes 3 days.", " ", "\n\n", "Hello Anna,", "Kind regards", "not", "5"),
      fc.string({ maxLength: 5 })
    ),
    { maxLength: 12 }
  )
  fc.assert(
    fc.property(typed, (pieces) => {
      const after = pieces.join("")
      const kept = followClaims(LETTER, CLAIMS, after)
      const sentences = new Set(CLAIMS.map((claim) => LETTER.slice(claim.start, claim.end)))
      kept.forEach((claim, index) => {
        expect(sentences.has(after.slice(claim.start, claim.end))).toBe(true)
        expect(claim.start).toBeGreaterThanOrEqual(kept[index - 1]?.end ?? 0)
      })
    })
  )
})

test.each([
  ["Hello Anna,\n\nIt ships today. It tak", "Hello Anna,\n\nIt ships today."],
  ["Hello Anna,\n\nIt ships today.", "Hello Anna,\n\nIt ships today."],
  ["Hello Anna,\n\n", "Hello Anna,"],
  ["Hello An", ""],
  ["", ""],
  ["It costs 3.5 euros. We refund up to 20.", "It costs 3.5 euros. We refund up to 20."],
  ["明日届きます。ご確認く", "明日届きます。"],
  ["Write to us at [[your order num", ""]
])("of %j what is finished is %j", (text, finished) => {
  expect(finishedSentences(text, null)).toBe(finished)
})
