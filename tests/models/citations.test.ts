import fc from "fast-check"
import { expect, test } from "vitest"
import { withoutCitations, type Cited } from "../../src/models/openai/openai-drafter.ts"
import { threadClock } from "../slowness.ts"

/** Reads a letter that arrives in pieces of this size. */
function read(letter: string, size: number): { text: string; cites: { behind: string; numbers: number[] }[] } {
  const citations = withoutCitations()
  const pieces = letter.match(new RegExp(`[\\s\\S]{1,${size}}`, "g")) ?? []
  const all: Cited[] = [...pieces.flatMap((piece) => citations.push(piece)), ...citations.end()]
  let text = ""
  const cites: { behind: string; numbers: number[] }[] = []
  for (const one of all) {
    if ("text" in one) text += one.text
    else cites.push({ behind: text.slice(-5), numbers: one.cites })
  }
  return { text, cites }
}

test.each([
  ["It takes 45 days. [1]\n\nRegards", "It takes 45 days.\n\nRegards", [{ behind: "days.", numbers: [1] }]],
  ["It takes 45 days [1, 3].", "It takes 45 days.", [{ behind: " days", numbers: [1, 3] }]],
  [
    "Send it back.[2][4] Then wait.",
    "Send it back. Then wait.",
    [
      { behind: "back.", numbers: [2] },
      { behind: "back.", numbers: [4] }
    ]
  ],
  ["Hello,\n[1] Send it back.", "Hello,\nSend it back.", [{ behind: "llo,\n", numbers: [1] }]],
  ["返送できます。【3†source】次に", "返送できます。次に", [{ behind: "できます。", numbers: [3] }]],
  [
    "It is. [Source 2] Yes [[1]]",
    "It is. Yes",
    [
      { behind: "t is.", numbers: [2] },
      { behind: ". Yes", numbers: [1] }
    ]
  ],
  ["Pages [1-3] say so.", "Pages say so.", [{ behind: "Pages", numbers: [1, 2, 3] }]],
  ["Not one of five [9]", "Not one of five", [{ behind: " five", numbers: [9] }]]
])("%j is read without its numbers, however it is split", (letter, text, cites) => {
  for (const size of [1, 2, 3, 5, 100]) expect(read(letter, size)).toEqual({ text, cites })
})

test.each([
  "Hello [PERSON_1], your [[order number]] and [[the day]] please.",
  "[STREET_1] and [2024] and [1 day] and a[b]",
  "Ends with an open [",
  "Ends with [1",
  "Spaces at the end   ",
  "  - a list\n  - with [SIZE_2]"
])("%j stays as it is", (letter) => {
  for (const size of [1, 2, 3, 100]) expect(read(letter, size)).toEqual({ text: letter, cites: [] })
})

test("any text without digits in brackets comes out as it went in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.integer({ min: 1, max: 7 }), (letter, size) => {
      fc.pre(!/[[【].*\d/s.test(letter))
      expect(read(letter, size).text).toBe(letter)
    }),
    { seed: 20261124, numRuns: 500 }
  )
})

test("a long run of spaces takes no long time", () => {
  const spent = threadClock()
  expect(read(`a${" ".repeat(50_000)}b`, 60_000).text).toHaveLength(50_002)
  expect(spent()).toBeLessThan(1000)
})
