import { expect, test } from "vitest"
import { findPersonalValues } from "../../../src/masking/find/index.ts"
import { KnownPeople } from "../../../src/masking/known/known-people.ts"
import { JAPANESE_SENTENCES, JAPANESE_SENTENCES_AFTER } from "./japanese-sentences.ts"

const NOBODY = new KnownPeople([])

test.each([
  ["those that masking was mended by", JAPANESE_SENTENCES, 0.98, 0.01],
  ["those written afterwards", JAPANESE_SENTENCES_AFTER, 0.9, 0.005]
])("letters and digits masked in %s", (_, sentences, recall, over) => {
  const count = { marked: 0, found: 0, other: 0, over: 0 }
  for (const sentence of sentences) {
    const { text, marked } = unmarked(sentence)
    const masked = new Uint8Array(text.length)
    for (const { start, end } of findPersonalValues(text, { people: NOBODY })) masked.fill(1, start, end)
    for (let i = 0; i < text.length; i++) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(i))) continue
      if (marked[i]) {
        count.marked++
        count.found += masked[i] ?? 0
      } else {
        count.other++
        count.over += masked[i] ?? 0
      }
    }
  }
  expect(count.found / count.marked).toBeGreaterThanOrEqual(recall)
  expect(count.over / count.other).toBeLessThanOrEqual(over)
})

/** The text without its marks, and which of its units stood between them. */
function unmarked(sentence: string): { text: string; marked: boolean[] } {
  const marked: boolean[] = []
  let inside = false
  let text = ""
  for (const unit of sentence.split("")) {
    if (unit === "《" || unit === "》") {
      inside = unit === "《"
      continue
    }
    marked.push(inside)
    text += unit
  }
  return { text, marked }
}
