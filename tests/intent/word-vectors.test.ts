import { expect, test } from "vitest"
import { textVector } from "../../src/intent/word-vectors/text-vector.ts"
import { DIMENSIONS, packWordVectors, unpackWordVectors } from "../../src/intent/word-vectors/word-vector-table.ts"
import { weights } from "../../src/lexicon/weights/word-vectors.ts"

/** How near two English texts are in meaning: from -1 to 1. */
function nearness(one: string, other: string): number {
  const [first, second] = [one, other].map((text) => textVector(text.split(" "), "en"))
  if (!first || !second) throw new Error("One of the texts has no known word.")
  return first.reduce((sum, value, at) => sum + value * (second[at] ?? 0), 0)
}

test("a packed table gives each word its own vector, and none to an unknown word", () => {
  const vector = (value: number) => Int8Array.from({ length: DIMENSIONS }, (_, at) => value - at)
  const table = unpackWordVectors(
    packWordVectors([
      ["parcel", vector(100)],
      ["café", vector(-20)]
    ])
  )
  expect(["parcel", "café", "lamp"].map(table.rankOf)).toEqual([0, 1, undefined])
  expect(table.vectorAt(1)).toEqual(vector(-20))
})

test("a vector of another length isn't packed, and a file that was cut isn't read", () => {
  expect(() => packWordVectors([["parcel", Int8Array.of(1, 2)]])).toThrow('The vector of "parcel" has 2 numbers.')
  expect(() => unpackWordVectors(weights().slice(0, -1))).toThrow(RangeError)
})

test("texts of similar meaning are nearer than others, without a common word", () => {
  expect(nearness("my luggage is missing", "where are those bags")).toBeGreaterThan(
    nearness("my luggage is missing", "when does pay arrive")
  )
  expect(nearness("broken screen", "cracked display")).toBeGreaterThan(nearness("broken screen", "monthly invoice"))
})

test("a text's vector has the length 1, and frequent words turn it little", () => {
  const own = textVector(["refund"], "en")
  expect(Math.hypot(...(own ?? []))).toBeCloseTo(1, 5)
  expect(nearness("refund", "the refund of the")).toBeGreaterThan(0.98)
})

test("only English is known, and texts whose language can't be told are taken for it", () => {
  expect(textVector(["rückerstattung", "xqzv"], "en")).toBeUndefined()
  expect(textVector([], "en")).toBeUndefined()
  expect(textVector(["refund"], "de")).toBeUndefined()
  expect(textVector(["refund"], null)).toEqual(textVector(["refund"], "en"))
})
