import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"
import { remember } from "./memo/text-memory.ts"

/** Returns whether a text names a time that only the day of writing tells: "tomorrow", "last week". */
export const namesRelativeDay = (text: string, language: string): boolean => holdsWord(text, language, "relative-day")

/** Returns whether a text says that something costs nothing. */
export const saysFree = (text: string, language: string): boolean => holdsWord(text, language, "free")

/** Returns whether a text says "between", so that what follows "and" can't be cut off. */
export const opensRange = (text: string, language: string): boolean => holdsWord(text, language, "between")

/** Returns whether a text says that something comes too late. */
export const saysLate = (text: string, language: string): boolean => holdsWord(text, language, "late")

/** Returns whether a text tells of another occasion: "last time", "last year". */
export const namesOtherTime = (text: string, language: string): boolean => holdsWord(text, language, "other-time")

/** Returns whether a sentence begins with what holds beyond the limit of the one before it: "after that". */
export const goesBeyond = (text: string, language: string): boolean =>
  text.search(wordPattern("beyond", language)) === 0

/** Returns whether a text tells of a connection on the way. */
export const namesConnection = (text: string, language: string): boolean => holdsWord(text, language, "connection")

/** Returns whether a text says that its times are those of another place. */
export const namesLocalTime = (text: string, language: string): boolean => holdsWord(text, language, "local-time")

/** Returns whether a text says "or". */
export const saysOr = (text: string, language: string): boolean => holdsWord(text, language, "or")

const holdsWord = (text: string, language: string, list: string) => text.search(wordPattern(list, language)) >= 0

/**
 * Returns a global pattern of the whole words of `lexicon/<language>/branches/<list>.txt`. It matches nothing in a
 * language without the list. Use it with `search` or `matchAll`, which begin at the start of the text.
 */
export const wordPattern = remember(100, (list: string, language: string | null | undefined) => {
  const words = optionalEntriesOf(LISTS, language ?? "", list)?.join("|") ?? "(?!)"
  return new RegExp(language === "ja" ? words : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "giu")
})

/** Returns a sentence without a condition that stands before its main clause ("If a parcel is missing, ..."). */
export function withoutCondition(sentence: string, language: string): string {
  return sentence.replace(conditionAhead(language), "")
}

/** Returns the condition that stands before a sentence's main clause, or "". */
export function conditionOf(sentence: string, language: string): string {
  return conditionAhead(language).exec(sentence)?.[0] ?? ""
}

/**
 * Returns a sentence with the condition that its heading gives ("When it doesn't fit"), or undefined if the heading is
 * none or the sentence has one of its own.
 */
export function withConditionOf(heading: string, sentence: string, language: string): string | undefined {
  const words = entriesIn(language, "if")
  const isCondition =
    language === "ja"
      ? new RegExp(`(?:${words})$`, "u").test(heading)
      : new RegExp(`^(?:${words})(?!\\p{L})[^?]+$`, "iu").test(heading)
  if (!isCondition || conditionOf(sentence, language) !== "") return undefined
  return language === "ja" ? `${heading}、${sentence}` : `${heading}: ${sentence}`
}

/**
 * Returns a sentence that goes on from its heading ("Wird es nicht gefunden" and "Dann wählen Sie ...") as one sentence,
 * or undefined if the heading is no condition or the sentence doesn't begin with "then".
 */
export function joinedToCondition(heading: string, sentence: string, language: string): string | undefined {
  const isCondition = new RegExp(
    `^(?:${entriesIn(language, "if")}|${entriesIn(language, "verb-first")})(?!\\p{L})[^?:]+$`,
    "iu"
  )
  const then = new RegExp(`^(?:${entriesIn(language, "then")})(?!\\p{L})`, "iu").exec(sentence)?.[0]
  if (language === "ja" || then === undefined || !isCondition.test(heading)) return undefined
  return `${heading}, ${then.toLowerCase()}${sentence.slice(then.length)}`
}

const entriesIn = (language: string, list: string) => (optionalEntriesOf(LISTS, language, list) ?? ["(?!)"]).join("|")

const patterns = new Map<string, RegExp>()

function conditionAhead(language: string): RegExp {
  const known = patterns.get(language)
  if (known) return known
  const words = entriesIn(language, "if")
  const pattern =
    language === "ja"
      ? new RegExp(`^[^、。]*(?:${words})(?:に?は)?、`, "u")
      : new RegExp(`^(?:${words})(?!\\p{L})[^,;]*,`, "iu")
  patterns.set(language, pattern)
  return pattern
}
