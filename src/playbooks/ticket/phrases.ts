import { LISTS } from "../../lexicon/groups/checks.ts"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"

export interface PhraseMatch {
  start: number
  end: number
}

/** Returns a text as phrases are sought in it: plain apostrophes, one form of each letter. */
export const comparable = (text: string): string => text.normalize("NFKC").replace(/[’‘`´]/g, "'")

/**
 * Finds a phrase of a playbook in a comparable text: whole words, in any case, over line ends. A star stands for the
 * rest of a word: "refund*". A phrase in Japanese may stand anywhere.
 */
export function findPhrase(phrase: string, text: string): PhraseMatch[] {
  return Array.from(text.matchAll(patternOf(phrase)), ({ 0: { length }, index }) => ({
    start: index,
    end: index + length
  }))
}

/** Returns whether a negation comes right before a place, with two small words between them at most. */
export function isNegated(text: string, at: number, language: string | null): boolean {
  const negators = language === "ja" ? undefined : negatorsOf(language)
  const pattern = `(?<!\\p{L})(?:${negators}|instead of|rather than)(?: \\p{L}{1,4}){0,2} ?$`
  return negators !== undefined && new RegExp(pattern, "iu").test(before(text, at))
}

/**
 * Returns whether a sentence says that what a phrase names has not happened: "it still has not been shipped". The
 * negation comes before the phrase, in Japanese behind it.
 */
export function isDenied(text: string, { start, end }: PhraseMatch, language: string | null): boolean {
  if (language === "ja") return /^[されしていおりはも]{0,8}(?:ません|ない|なかった)/u.test(text.slice(end))
  const negators = negatorsOf(language)
  const pattern = `(?:(?<!\\p{L})(?:${negators})|n't)(?: \\p{L}{1,7}){0,3} ?$`
  return negators !== undefined && new RegExp(pattern, "iu").test(before(text, start))
}

const negatorsOf = (language: string | null) => optionalEntriesOf(LISTS, language ?? "en", "negators")?.join("|")

/** Returns what a pattern of negations may reach of the text before a place. */
const before = (text: string, at: number) => text.slice(Math.max(0, at - 40), at)

function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase)
  if (known) return known
  const words = escapeRegExp(comparable(phrase).trim()).replace(/\s+/g, "\\s+").replaceAll("\\*", "\\p{L}*")
  const isFree = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(phrase)
  const pattern = new RegExp(isFree ? words : `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "giu")
  if (patterns.size >= MOST_PATTERNS) patterns.clear()
  patterns.set(phrase, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()
const MOST_PATTERNS = 5000
