import { contentWords, words } from "../../text/words/words.ts"
import type { Span } from "../../ticket/evidence-pair.ts"
import type { ClaimWord, ClaimedText } from "../claim-words/claim-words.ts"
import { sentences } from "../../text/sentences.ts"

/** A text as its content words, each with its stem and place. */
export interface Stems extends ClaimedText {
  stems: PlacedStem[]
  sentences: SentenceStems[]
  nots: ClaimWord[]
}

/** Returns the content words of a text, each with its stem and place. @param language ISO 639-1 */
export const placedStems = (text: string, language: string | null): (PlacedStem & { text: string })[] =>
  words(text).flatMap((word) => {
    const [stem] = contentWords(word.text, language)
    return stem === undefined ? [] : [{ ...word, stem }]
  })

/** @param language ISO 639-1 */
export function readStems({ text, words: claims }: ClaimedText, language: string | null): Stems {
  // What a blank asks for is nothing that somebody does.
  const plain = text.replace(/\[\[[^[\]\n]{1,200}\]\]/gu, (blank) => " ".repeat(blank.length))
  const stems = placedStems(plain, language)
  return {
    text,
    words: claims,
    stems,
    sentences: sentenceStems(text, stems, language),
    nots: claims.filter(({ kind }) => kind === "not" || kind === "unless")
  }
}

/** In characters. A text without marks has no clauses longer than this to either side. */
const LONGEST = 300

/** Returns the stretch between two marks around a place, with its stems. */
export function clauseAt({ start, end }: Span, { text, stems }: Stems): SentenceStems {
  const from =
    Math.max(0, start - LONGEST) + text.slice(Math.max(0, start - LONGEST), start).search(/[^.!?;:,\n。！？、]*$/u)
  const to = end + text.slice(end, end + LONGEST).search(/[.!?;:,\n。！？、]|$/u)
  const own = stems.filter((word) => word.start >= from && word.end <= to).map(({ stem }) => stem)
  return { start: from, end: to, stems: new Set(own) }
}

/** Returns the sentences of the other text that say what the sentence at a place says. */
export function counterpartsAt(at: number, one: Stems, other: Stems): SentenceStems[] {
  const sentence = sentenceAt(at, one)
  return sentence ? counterpartsOf(sentence, other.sentences) : []
}

/** Returns the claims that begin in a stretch of the text. */
export const claimsIn = ({ start, end }: Span, { words }: ClaimedText): ClaimWord[] =>
  words.filter((word) => word.start >= start && word.start < end)

/** Returns the sentence at a place. */
export const sentenceAt = (at: number, { sentences }: Stems): SentenceStems | undefined =>
  sentences.find(({ start, end }) => start <= at && at < end)

/** Says whether the sentences at two places say the same: a rewrite cuts a sentence into several, or joins them. */
export function areCounterparts(at: number, there: number, one: Stems, other: Stems): boolean {
  const holds = (sentences: SentenceStems[], place: number) =>
    sentences.some(({ start, end }) => start <= place && place < end)
  if (holds(counterpartsAt(at, one, other), there)) return true
  const [long, short] = [sentenceAt(at, one), sentenceAt(there, other)]
  if (!long || !short || !holds(counterpartsAt(there, other, one), at)) return false
  return [...short.stems].filter((stem) => long.stems.has(stem)).length >= short.stems.size * MOST
}

const MOST = 0.66

/** A word by its stem, with its place in the text. */
interface PlacedStem extends Span {
  stem: string
}

/** A sentence with the stems of its content words. */
export interface SentenceStems extends Span {
  stems: ReadonlySet<string>
}

/** Returns the sentences of a text with their stems, which are given in order. @param language ISO 639-1 */
function sentenceStems(text: string, stems: readonly PlacedStem[], language: string | null): SentenceStems[] {
  let at = 0
  return sentences(text, language).map(({ start, end }) => {
    const own = new Set<string>()
    for (; (stems[at]?.start ?? Infinity) < end; at++) own.add(stems[at]?.stem ?? "")
    return { start, end, stems: own }
  })
}

/**
 * Returns which sentences of another text say what a sentence says: those that share the largest part of their words
 * with it (Dice's coefficient), of equals all. A rewrite cuts and joins sentences, so there may be several, or none.
 */
export function counterpartsOf(sentence: SentenceStems, others: readonly SentenceStems[]): SentenceStems[] {
  const shares = others.map(({ stems }) => {
    let common = 0
    for (const stem of sentence.stems) if (stems.has(stem)) common++
    return (2 * common) / (sentence.stems.size + stems.size || 1)
  })
  const most = Math.max(0, ...shares)
  return most === 0 ? [] : others.filter((_, at) => (shares[at] ?? 0) >= most * NEARLY)
}

const NEARLY = 0.85
