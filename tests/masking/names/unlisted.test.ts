import { expect, test } from "vitest"
import { Knowledge } from "../../../src/masking/names/knowledge.ts"
import { weights as names } from "../../../src/lexicon/weights/names.ts"
import { weights as unlisted } from "../../../src/lexicon/weights/unlisted.ts"
import { packUnlisted, unpackTrained, unpackUnlisted } from "../../../src/masking/trained/trained-file.ts"
import { readingOf } from "../../../src/masking/names/reading.ts"
import { isUnlisted, scoreUnlisted } from "../../../src/masking/names/unlisted.ts"
import { tokensOf } from "../../../src/masking/names/tokens.ts"

const { lists } = unpackTrained(names())
const readIn = (text: string, language: number, unlistedWord?: (word: string) => boolean) => {
  const tokens = tokensOf(text)
  const knowledge = new Knowledge(lists, undefined, unlistedWord)
  return readingOf(tokens, knowledge, new Uint8Array(tokens.length), new Uint8Array(tokens.length), language)
}

test("the file of weights is read as it was written, and a part of it is refused", () => {
  expect(packUnlisted(unpackUnlisted(unlisted()))).toEqual(new Uint8Array(unlisted()))
  expect(() => unpackUnlisted(unlisted().subarray(0, 100))).toThrow(RangeError)
})

test("training hides a word from the lists, but never a function word", () => {
  expect(isUnlisted(readIn("the invoice", 1), 1)).toBe(false)
  const hidden = readIn("the invoice", 1, () => true)
  expect([isUnlisted(hidden, 0), isUnlisted(hidden, 1)]).toEqual([false, true])
})

test("of the same chance, a word between words for things keeps less than a surname behind a title", () => {
  const scoredAt = (text: string, i: number) => {
    const reading = readIn(text, 2)
    const scores = { chance: new Float32Array(reading.tokens.length).fill(0.5), kinds: new Float32Array(0) }
    scoreUnlisted(reading, scores, unpackUnlisted(unlisted()))
    return scores.chance[i] ?? 0
  }
  const thing = scoredAt("Leider fehlt bei der Lieferung das Klemmbrettchen.", 6)
  const somebody = scoredAt("Ich habe mit Herrn Wrobelnik gesprochen.", 4)
  expect(thing).toBeLessThan(0.3)
  expect(somebody).toBeGreaterThan(2 * thing)
})
