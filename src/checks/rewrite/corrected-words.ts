import { distance as levenshtein } from "fastest-levenshtein"
import { facts } from "../../text/facts.ts"
import { withoutAccents } from "../../text/words/accents.ts"
import { words, type Word } from "../../text/words/words.ts"
import { claimWords } from "./claim-words.ts"

/**
 * Returns the text before as a rewrite spells it, where it is about words that decide a claim or name a day: "dosn't"
 * becomes "doesn't" and "Novmber" "November", so that correct spelling claims nothing new. Only a word that is no such
 * word itself is taken for a slip. The places of both texts stay apart, so `placesOf` leads back.
 * @param language ISO 639-1
 */
export function withCorrectedWords(before: string, after: string, language: string | null): CorrectedText {
  const said = words(before)
  const sameWords = new Set(said.map(({ text }) => text.toLowerCase()))
  const statements = [...spansOf(before, language), ...facts(before, language).filter(({ kind }) => kind !== "name")]
  const deciding = spansOf(after, language)
  const come = words(after).filter((word) => !sameWords.has(word.text.toLowerCase()) && isWithin(word, deciding))
  if (come.length === 0) return { text: before, placesOf: (span) => span }
  const stays = new Set(words(after).map(({ text }) => text.toLowerCase()))
  const corrections = said.flatMap((word) => {
    if (stays.has(word.text.toLowerCase()) || isWithin(word, statements)) return []
    const right = come.find((other) => isSlip(word.text.toLowerCase(), other.text.toLowerCase()))
    return right ? [{ ...word, right: right.text }] : []
  })
  return corrected(before, corrections)
}

export interface CorrectedText {
  text: string
  /** Returns where in the text before a span of the corrected text stands. */
  placesOf: (span: { start: number; end: number }) => { start: number; end: number }
}

function corrected(before: string, corrections: readonly (Word & { right: string })[]): CorrectedText {
  let text = ""
  let at = 0
  const moved: { from: number; by: number }[] = []
  for (const { start, end, right } of corrections) {
    text += before.slice(at, start) + right
    at = end
    moved.push({ from: text.length, by: end - text.length })
  }
  text += before.slice(at)
  const back = (place: number) => place + (moved.findLast(({ from }) => from <= place)?.by ?? 0)
  return { text, placesOf: ({ start, end }) => ({ start: back(start), end: back(end) }) }
}

const SHORTEST = 4
/** One letter of a word is another, and two of a long one. "Noch" and "nach" are two words, as other short ones are. */
function isSlip(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  if (one.length === other.length && withoutAccents(one) === withoutAccents(other)) return true
  if (length < SHORTEST) return false
  if (one[0] !== other[0] || (length <= SHORTEST && one.length === other.length)) return false
  return levenshtein(one, other) <= (length < LONG ? 1 : 2)
}
const LONG = 7

const spansOf = (text: string, language: string | null) => [
  ...claimWords(text, language).filter(({ kind }) => kind !== "we" && kind !== "you" && kind !== "given"),
  ...facts(text, language).filter(({ kind }) => kind === "date" || kind === "weekday")
]
const isWithin = (word: Word, spans: readonly { start: number; end: number }[]): boolean =>
  spans.some(({ start, end }) => start < word.end && end > word.start)
