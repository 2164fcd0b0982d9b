import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"

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
  const words = (optionalEntriesOf(LISTS, language, "if") ?? ["(?!)"]).join("|")
  const isCondition =
    language === "ja"
      ? new RegExp(`(?:${words})$`, "u").test(heading)
      : new RegExp(`^(?:${words})(?!\\p{L})[^?]+$`, "iu").test(heading)
  if (!isCondition || conditionOf(sentence, language) !== "") return undefined
  return language === "ja" ? `${heading}、${sentence}` : `${heading}: ${sentence}`
}

const patterns = new Map<string, RegExp>()

function conditionAhead(language: string): RegExp {
  const known = patterns.get(language)
  if (known) return known
  const words = (optionalEntriesOf(LISTS, language, "if") ?? ["(?!)"]).join("|")
  const pattern =
    language === "ja"
      ? new RegExp(`^[^、。]*(?:${words})(?:に?は)?、`, "u")
      : new RegExp(`^(?:${words})(?!\\p{L})[^,;]*,`, "iu")
  patterns.set(language, pattern)
  return pattern
}
