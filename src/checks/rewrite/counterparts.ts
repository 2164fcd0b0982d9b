import { sentences } from "../../text/sentences.ts"
import type { Span } from "../../ticket/evidence-pair.ts"

/** A word by its stem, with its place in the text. */
export interface PlacedStem extends Span {
  stem: string
}

/** A sentence with the stems of its content words. */
export interface SentenceStems extends Span {
  stems: ReadonlySet<string>
}

/** Returns the sentences of a text with their stems, which are given in order. @param language ISO 639-1 */
export function sentenceStems(text: string, stems: readonly PlacedStem[], language: string | null): SentenceStems[] {
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
