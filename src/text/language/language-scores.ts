import { missingLetterShares } from "./alphabets.ts"
import { NOT_LATIN, scriptOf } from "./alphabets.ts"
import { functionWordShares } from "./function-words.ts"
import { wordPieceScores } from "./word-pieces.ts"

/**
 * Returns how well a text fits each possible language, best first. The script decides if only one language is written
 * in it. Otherwise the score adds what the detector says about word pieces, the function words of each language, and
 * the letters that each language lacks.
 */
export function languageScores(text: string): [language: string, score: number][] {
  const composed = text.normalize("NFC")
  const script = scriptOf(composed)
  const [only, another] = script?.languages ?? []
  if (only !== undefined && (another === undefined || (only === "ja" && KANA.test(composed)))) return [[only, 1]]
  const lower = composed.toLowerCase()
  const pieces = wordPieceScores(composed)
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
/** A usual score of the detector, for a text about which it says nothing. */
const USUAL = 0.5
/** A language that the detector doesn't name starts this far below the best. Function words may still raise it. */
const UNSAID = 0.25
/** This is added for a text that consists only of a language's function words. */
const WORDS = 0.6
/** This is subtracted for a text that consists only of letters that a language lacks. */
const LETTERS = 2
