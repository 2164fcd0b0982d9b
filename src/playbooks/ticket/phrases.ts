import { LISTS } from "replywright/lexicon/checks"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"

export interface PhraseMatch {
  start: number
  end: number
}

/** Returns a text as phrases are sought in it: plain apostrophes and hyphens, one form of each letter. */
export const comparable = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[’‘`´]/g, "'")
    .replace(/[\u2010-\u2012]/g, "-")

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
 * negation comes before the phrase, in Japanese behind it, and in German it may: "es kam bis heute nicht".
 */
export function isDenied(text: string, { start, end }: PhraseMatch, language: string | null): boolean {
  const negators = negatorsOf(language)
  if (negators === undefined) return false
  const behind = text.slice(end, end + 60)
  if (language === "ja") {
    const clause = /^(?:(?!のに|けど|けれど|が、)[^、。！？])*/u.exec(behind)?.[0] ?? ""
    return text[start - 1] === "未" || new RegExp(negators, "u").test(clause)
  }
  if (language === "de" && NOT_BEHIND.test(behind)) return true
  const pattern = `(?:(?<!\\p{L})(?:${negators})|n't)(?: \\p{L}{1,7}){0,3} ?$`
  return new RegExp(pattern, "iu").test(before(text, start))
}

const negatorsOf = (language: string | null) => optionalEntriesOf(LISTS, language ?? "en", "negators")?.join("|")

/** Returns what a pattern of negations may reach of the text before a place. */
const before = (text: string, at: number) => text.slice(Math.max(0, at - 40), at)

/** Returns what finds a German negation behind a word, in the same clause. "Without" denies only what follows it. */
function germanNotBehind(): RegExp {
  const entries = (list: string) => optionalEntriesOf(LISTS, "de", list) ?? []
  const word = (words: readonly string[]) => `(?<!\\p{L})(?:${words.join("|")})(?!\\p{L}| nur)`
  const nots = entries("negators").filter((one) => !entries("without").includes(one))
  return new RegExp(`^(?:(?!${word(entries("clause-breaks"))})[^,;:!?])*?${word(nots)}`, "iu")
}

const NOT_BEHIND = germanNotBehind()

function patternOf(phrase: string): RegExp {
  const known = patterns.get(phrase)
  if (known) return known
  const words = escapeRegExp(comparable(phrase).trim()).replace(/\s+/g, "\\s+").replaceAll("\\*", "\\p{L}*")
  const isFree = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(phrase)
  const pattern = new RegExp(isFree ? words : `(?<![\\p{L}\\p{N}])${words}(?![\\p{L}\\p{N}])`, "giu")
  if (patterns.size >= MAX_PATTERNS) patterns.clear()
  patterns.set(phrase, pattern)
  return pattern
}

const patterns = new Map<string, RegExp>()
const MAX_PATTERNS = 5000
