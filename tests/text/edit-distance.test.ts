import fc from "fast-check"
import { expect, test } from "vitest"
import { compareWords, wordDistance } from "../../src/text/edit-distance.ts"
import { BLANK } from "../../src/ticket/draft.ts"
import { threadClock } from "../slowness.ts"

test.each([
  ["the same", "We refund you.", "We refund you.", 0],
  ["white space, case and punctuation", "We refund you.", "we  refund\nyou", 0],
  ["one word of four", "We refund you today.", "We refund you tomorrow.", 1 / 4],
  ["a word added", "We refund you.", "We will refund you.", 1 / 4],
  ["all deleted", "We refund you.", "", 1],
  ["both empty", "", " \n", 0],
  ["nothing kept", "one two", "three four five", 1],
  ["Japanese", "返金は三日かかります", "返金は三日かかります。", 0]
])("%s", (_name, a, b, expected) => {
  expect(wordDistance(a, b)).toBeCloseTo(expected)
  expect(wordDistance(b, a)).toBeCloseTo(expected)
})

test("agrees with the plain definition", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c", "dd"), { maxLength: 12 })
  const plain = (a: string[], b: string[]): number => {
    const [x, ...xs] = a
    const [y, ...ys] = b
    if (x === undefined || y === undefined) return a.length + b.length
    return x === y ? plain(xs, ys) : 1 + Math.min(plain(xs, b), plain(a, ys), plain(xs, ys))
  }
  fc.assert(
    fc.property(
      text.map((words) => words.slice(0, 7)),
      text.map((words) => words.slice(0, 7)),
      (a, b) => {
        expect(wordDistance(a.join(" "), b.join(" "))).toBeCloseTo(plain(a, b) / Math.max(a.length, b.length, 1))
      }
    )
  )
})

test.each([
  ["filled with one word", "Your number is [[order number]].", "Your number is 4711.", 0, 1],
  ["filled with several", "It ships on [[date]] by mail.", "It ships on Friday, 20 November 2026 by mail.", 0, 1],
  ["put in open, under its own name", "It ships on [[the day]] by mail.", "It ships on [the day] by mail.", 0, 0],
  ["dropped: one word of four", "Ships on [[date]] now.", "Ships on now.", 1 / 4, 0],
  ["dropped, and the word before it too", "Ships on [[date]] now.", "Ships now.", 2 / 4, 0],
  ["two blanks side by side", "[[day]] [[month]] it is.", "3 May it is.", 0, 2],
  ["filled, and something else changed", "We send [[number]] today.", "We post 12 today.", 1 / 4, 1],
  ["filled on one line; the next is added", "Number: [[number]]", "Number: 4711\nRegards", 1 / 3, 1],
  ["a rewritten sentence is no filling", "Number [[number]]", `Number ${"more ".repeat(11)}`, 1 / 12, 1],
  ["Japanese", "[[ご注文番号]]を確認します。", "4711を確認します。", 0, 1]
])("a blank that was %s", (_name, draft, sent, distance, filled) => {
  expect(compareWords(draft, sent, BLANK).distance).toBeCloseTo(distance)
  expect(compareWords(draft, sent, BLANK).filled).toBe(filled)
})

test("with blanks it agrees with the plain definition, and filling them never counts", () => {
  const least = (draft: string[], sent: string[]): number => {
    const [first, ...rest] = draft
    if (first === undefined) return sent.length
    const ways = [1 + least(rest, sent)]
    if (first === "[[x]]") for (let taken = 1; taken <= sent.length; taken++) ways.push(least(rest, sent.slice(taken)))
    if (sent.length > 0)
      ways.push(1 + least(draft, sent.slice(1)), (first === sent[0] ? 0 : 1) + least(rest, sent.slice(1)))
    return Math.min(...ways)
  }
  const draft = fc.array(fc.constantFrom("a", "b", "[[x]]"), { maxLength: 5 })
  const sent = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 5 })
  fc.assert(
    fc.property(draft, sent, (left, right) => {
      const { distance, filled } = compareWords(left.join(" "), right.join(" "), BLANK)
      expect(distance).toBeCloseTo(least(left, right) / Math.max(left.length, right.length, 1))
      expect(filled).toBeLessThanOrEqual(left.filter((word) => word === "[[x]]").length)
      expect(
        compareWords(left.join(" "), left.map((word) => (word === "[[x]]" ? "4711" : word)).join(" "), BLANK).distance
      ).toBe(0)
    })
  )
})

test("with a blank in it, a long text is compared as one without", () => {
  const long = Array.from({ length: 17_000 }, (_, i) => `w${(i * 7) % 997}`).join(" ")
  const { distance, filled } = compareWords(`Number [[number]] ${long}`, `Number 4711 b ${long} end`, BLANK)
  expect(distance).toBeCloseTo(1 / 17_003, 6)
  expect(filled).toBe(1)
})

test("100,000 characters on both sides", () => {
  const long = (seed: number) => Array.from({ length: 17_000 }, (_, i) => `w${(i * seed) % 997}`).join(" ")
  const spent = threadClock()
  expect(wordDistance(long(7), long(11))).toBeGreaterThan(0.5)
  expect(wordDistance(long(7), `${long(7)} more`)).toBeCloseTo(1 / 17_001, 6)
  const moved = `first ${long(7).replaceAll("w5 ", "x y ")} last`
  expect(wordDistance(long(7), moved)).toBeLessThan(0.01)
  expect(spent()).toBeLessThan(15_000)
})
