import type { FactChange } from "../../ticket/rewrite.ts"
import { sentences } from "../../text/sentences.ts"
import { words, contentWords, type Word } from "../../text/words/words.ts"
import { beginsPolitely, isCourtesy } from "../courtesy.ts"
import { claimWords } from "../claim-words/claim-words.ts"
import { changedClaims } from "./changed-claims.ts"
import { changedFigures } from "./changed-figures.ts"
import { changedMarks } from "./changed-marks.ts"
import { changedNames } from "./changed-names.ts"
import { exchangedFacts } from "./exchanged-facts.ts"
import { movedClaims } from "./moved-claims.ts"
import { facts, sameFact } from "../../text/facts.ts"
import { distance as levenshtein } from "fastest-levenshtein"
import { withoutAccents } from "../../text/words/letters.ts"

/**
 * Returns where a rewrite may say something else than the text before: another figure, date, link or name, a changed
 * placeholder or blank, a negation, condition, limit or hedge that came or went, another actor, or a statement that is
 * new or gone. Where few words changed, every small word that decides what is claimed has to stay; where the text is
 * worded anew, these are looked for beside the words that both texts share. It compares words and knows no meaning.
 * @param language ISO 639-1 of both; without lists for it, only figures, links, placeholders and blanks are compared
 */
export function changedFacts(before: string, after: string, language: string | null): FactChange[] {
  if (before === after) return []
  const { text, placesOf } = withCorrectedWords(before, after, language)
  return factsChanged(text, after, language).map((change) =>
    change.before ? { ...change, before: placesOf(change.before) } : change
  )
}

function factsChanged(before: string, after: string, language: string | null): FactChange[] {
  const said = { text: before, words: claimWords(withoutCourtesy(before, language), language) }
  const says = { text: after, words: claimWords(withoutCourtesy(after, language), language) }
  const exchanged = exchangedFacts(before, after, language)
  const claims = isTouchedUp(before, after) ? changedClaims(said, says, language) : movedClaims(said, says, language)
  // An ordinal that took another's place is a word in another's place, too.
  const isExchanged = ({ kind, after: own }: FactChange) =>
    kind === "wording" &&
    exchanged.some((one) => one.after && own && one.after.start <= own.start && one.after.end >= own.end)
  return [
    ...changedMarks(before, after),
    ...changedFigures(said, says, language),
    ...changedNames(before, after, language),
    ...claims.filter((claim) => !isExchanged(claim)),
    ...changedStatements(before, after, language),
    ...exchanged
  ]
}

/**
 * Thanks and apologies claim nothing, but a short denial ("Don't mute it.") and a question about a condition do. The
 * offsets stay.
 */
function withoutCourtesy(text: string, language: string | null): string {
  const isDenial = (sentence: string) => {
    const kinds = new Set(claimWords(sentence, language).map(({ kind }) => kind))
    return (kinds.has("not") || kinds.has("only")) && (kinds.has("request") || !beginsPolitely(sentence, language))
  }
  return sentences(text, language)
    .filter((one) => isCourtesy(one.text.replace(/[?？]+\s*$/u, ""), language) && !isDenial(one.text))
    .reduce((left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end), text)
}

/** Says whether both texts have most words in common, or the rewrite hardly a word that the text before hasn't. */
function isTouchedUp(before: string, after: string): boolean {
  const [said, says] = [before, after].map((text) => words(text).map(({ text: word }) => word.toLowerCase()))
  if (!said || !says) return false
  const left = new Map<string, number>()
  for (const word of said) left.set(word, (left.get(word) ?? 0) + 1)
  let common = 0
  for (const word of says) {
    const times = left.get(word) ?? 0
    if (times > 0) common++
    left.set(word, times - 1)
  }
  return common >= LIGHT * Math.max(said.length, says.length) || common >= SHORTENED * says.length
}

const LIGHT = 0.8
const SHORTENED = 0.97

/** Finds sentences of which the other text has hardly a word. Courtesy states nothing. */
function changedStatements(before: string, after: string, language: string | null): FactChange[] {
  return foreign(after, before, language).map((span) => ({ kind: "statement" as const, after: span }))
}

function foreign(text: string, other: string, language: string | null) {
  const known = new Set(contentWords(other, language))
  // "Payment" and "pay" share their beginning.
  const begun = new Set([...known].filter((word) => !word.startsWith("[")).map((word) => word.slice(0, BEGINNING)))
  const otherFacts = facts(other, language)
  // What a sentence says of a figure of the other text is said there too, if in other words.
  const repeats = (sentence: string) =>
    facts(sentence, language).some((fact) => fact.kind !== "name" && otherFacts.some((one) => sameFact(one, fact)))
  return sentences(text, language)
    .filter(({ text: sentence }) => {
      const words = contentWords(sentence, language)
      const shared = words.filter(
        (word) => known.has(word) || (word.length >= BEGINNING && begun.has(word.slice(0, BEGINNING)))
      ).length
      return (
        words.length >= FEWEST &&
        shared < words.length * LEAST_SHARED &&
        !isCourtesy(sentence, language) &&
        !repeats(sentence)
      )
    })
    .map(({ start, text: sentence }) => ({ start, end: start + sentence.length }))
}

const BEGINNING = 4
const FEWEST = 3
const LEAST_SHARED = 0.15

/**
 * Returns the text before as a rewrite spells it, where it is about words that decide a claim or name a day: "dosn't"
 * becomes "doesn't" and "Novmber" "November", so that correct spelling claims nothing new. Only a word that is no such
 * word itself is taken for a slip. The places of both texts stay apart, so `placesOf` leads back.
 * @param language ISO 639-1
 */
function withCorrectedWords(before: string, after: string, language: string | null): CorrectedText {
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

interface CorrectedText {
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
