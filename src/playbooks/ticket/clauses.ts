import { LISTS } from "replywright/lexicon/checks"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import type { PhraseMatch } from "./phrases.ts"

/**
 * Reads the clauses of a sentence. The function that it returns gives the characters between a phrase and a figure or
 * day, or undefined if that is in another clause and belongs to what happens there: "I ordered on 24 November and it
 * was shipped". A clause of a day alone ("On 4 November, it arrived") belongs to its neighbour, and counts behind one
 * in the phrase's own clause.
 * @param facts all figures and days of the sentence
 */
export function distances(
  text: string,
  facts: readonly PhraseMatch[],
  language: string | null
): (phrase: PhraseMatch, fact: PhraseMatch) => number | undefined {
  const breaks = breaksIn(text, facts, language)
  return (phrase, fact) => {
    const apart = Math.max(phrase.start - fact.end, fact.start - phrase.end, 0)
    // "Bought and paid on 3 March": behind the phrase, what "and" joins may share the day.
    const isCut = breaks.some(({ at, isMark }) =>
      fact.end <= phrase.start ? at >= fact.end && at < phrase.start : isMark && at >= phrase.end && at < fact.start
    )
    if (!isCut) return apart
    const from = breaks.findLast(({ at }) => at < fact.start)?.end ?? 0
    const to = breaks.find(({ at }) => at >= fact.end)?.at ?? text.length
    const inner = facts.filter(({ start, end }) => start >= from && end <= to)
    const rest = inner.reduceRight(
      (left, { start, end }) => `${left.slice(0, start - from)} ${left.slice(end - from)}`,
      text.slice(from, to)
    )
    return (language === "ja" ? ALONE_JA : ALONE).test(rest) ? apart + text.length : undefined
  }
}

/** Beside a day that stands alone there are two small words at most: "on the". */
const ALONE = /^[^\p{L}]*(?:\p{L}{1,3}[^\p{L}]+){0,2}$/u
const ALONE_JA = /^[\p{sc=Hiragana}\s]{0,3}$/u

/** Returns the marks and words at which a clause ends. A comma within a figure is none. */
function breaksIn(text: string, facts: readonly PhraseMatch[], language: string | null) {
  const words = optionalEntriesOf(LISTS, language ?? "en", "clause-breaks") ?? []
  // In Japanese these words end in a mark.
  const inner = language === "ja" || words.length === 0 ? "" : `|(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`
  return Array.from(text.matchAll(new RegExp(`[,;、，]${inner}`, "giu")), ({ 0: found, index }) => ({
    at: index,
    end: index + found.length,
    isMark: !/\p{L}/u.test(found)
  })).filter(({ at }) => !facts.some(({ start, end }) => start <= at && at < end))
}
