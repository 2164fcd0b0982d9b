import { eld } from "eld/extrasmall"
import { missingLetterShares } from "./alphabets.ts"
import { NOT_LATIN, scriptOf } from "./scripts.ts"
import { functionWordShares } from "./function-words.ts"

/**
 * How well a text fits each language that comes into question, best first. Its script decides where one language alone
 * is written in it; else what the detector says of pieces of words, the small words that each says often, and the
 * letters that each lacks, added up.
 */
export function languageScores(text: string): [language: string, score: number][] {
  const composed = text.normalize("NFC")
  const script = scriptOf(composed)
  const [only, another] = script?.languages ?? []
  if (only !== undefined && (another === undefined || (only === "ja" && KANA.test(composed)))) return [[only, 1]]
  const lower = composed.toLowerCase()
  const pieces = new Map(Object.entries(eld.detect(composed).getScores()))
  const words = functionWordShares(lower)
  const lacking = missingLetterShares(lower)
  const languages =
    script?.languages ??
    [...new Set([...pieces.keys(), ...lacking.keys()])].filter((language) => !NOT_LATIN.has(language))
  const least = Math.max(USUAL, ...pieces.values()) - UNSAID
  return languages
    .map((language): [string, number] => [
      language,
      Math.max(least, pieces.get(language) ?? 0) +
        WORDS * (words.get(language) ?? 0) -
        LETTERS * (lacking.get(language) ?? 0)
    ])
    .filter(([, score]) => score > 0)
    .sort((a, b) => b[1] - a[1])
}

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
/** A usual score of the detector, for a text of which it says nothing. */
const USUAL = 0.5
/** So far below the best a language begins that the detector doesn't name: small words may still lift it. */
const UNSAID = 0.25
/** For a text of nothing but a language's own small words. */
const WORDS = 0.6
/** For a text of nothing but letters that a language lacks. */
const LETTERS = 2
