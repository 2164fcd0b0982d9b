import fc from "fast-check"
import { expect, test } from "vitest"
import { wordDistance } from "../../src/text/distance.ts"

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
    fc.property(text.map((words) => words.slice(0, 7)), text.map((words) => words.slice(0, 7)), (a, b) => {
      expect(wordDistance(a.join(" "), b.join(" "))).toBeCloseTo(plain(a, b) / Math.max(a.length, b.length, 1))
    })
  )
})

test("100,000 characters on both sides", () => {
  const long = (seed: number) => Array.from({ length: 17_000 }, (_, i) => `w${(i * seed) % 997}`).join(" ")
  const began = performance.now()
  expect(wordDistance(long(7), long(11))).toBeGreaterThan(0.5)
  expect(wordDistance(long(7), `${long(7)} more`)).toBeCloseTo(1 / 17_001, 6)
  const moved = `first ${long(7).replaceAll("w5 ", "x y ")} last`
  expect(wordDistance(long(7), moved)).toBeLessThan(0.01)
  expect(performance.now() - began).toBeLessThan(15_000)
})
