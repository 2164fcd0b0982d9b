import { LISTS as CHECKS } from "replywright/lexicon/checks"
import { LISTS as ORDERS } from "replywright/lexicon/orders"
import { patternsOf, type WordLists } from "../../lexicon/lexicon.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import { GatedPattern } from "../../text/patterns/gated-pattern.ts"

/** Japanese puts no spaces between words, so its patterns match anywhere. */
export const whole = (language: Language, sources: readonly string[], flags = "iu"): RegExp =>
  new GatedPattern(
    language === "ja" ? sources.join("|") : `(?<![\\p{L}\\p{N}])(?:${sources.join("|")})(?!\\p{L})`,
    flags
  )

/** Matches whole words of a list of orders in any language, because an order may be in another one than its ticket. */
export const anyOf = (list: string, flags = "iu"): RegExp => inAnyLanguage(ORDERS, list, flags)

/** Does the same for a list of the checks. */
export const anyOfChecks = (list: string, flags = "iu"): RegExp => inAnyLanguage(CHECKS, list, flags)

const inAnyLanguage = (lists: WordLists, list: string, flags: string): RegExp =>
  new GatedPattern(LANGUAGES.map((each) => whole(each, patternsOf(lists, each, list), flags).source).join("|"), flags)

/**
 * Returns the alternatives of a list of orders in any language, for a longer pattern. Words begin at their beginning.
 */
export const sourceOf = (list: string): string =>
  LANGUAGES.map((language) => {
    const sources = patternsOf(ORDERS, language, list).join("|")
    return language === "ja" ? sources : `(?<![\\p{L}\\p{N}])(?:${sources})`
  }).join("|")

/** Returns the alternatives of a list of orders in any language, wherever they stand. */
export const entriesOfAll = (list: string): string =>
  LANGUAGES.map((language) => patternsOf(ORDERS, language, list).join("|")).join("|")

/** Returns a text with spaces in place of its questions, which order nothing. Places stay the same. */
export const withoutQuestions = (text: string): string =>
  QUESTIONS.test(text) ? text.replace(QUESTION, (question) => " ".repeat(question.length)) : text
const QUESTIONS = /[?？]|か(?=[。」\n]|$)/
const QUESTION = /[^.!?。！？\n]{1,400}(?:[?？]|か(?=[。」\n]|$))/g

/**
 * Returns where the sentence or the line begins in which a place of a text is. Far ones begin at most 200 units before.
 */
export function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 200), at)
  return at - (/[^.!?。！？\n]*$/.exec(before)?.[0].trimStart().length ?? 0)
}
