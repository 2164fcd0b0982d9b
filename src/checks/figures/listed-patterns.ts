import { LISTS } from "replywright/lexicon/rewrite"
import { entriesOf } from "../../lexicon/lexicon.ts"
import type { Language } from "../../text/languages.ts"
import { onceEach } from "../../text/memo/text-memory.ts"

/** A pattern of a list, with the other half of its entry. */
export interface ListedPattern {
  pattern: RegExp
  /** What stands on the other side of the "=". */
  value: string
}

/**
 * Returns a function that reads a list of patterns, each language once. Japanese puts no spaces between words, so its
 * patterns match anywhere.
 * @param list its entries are a pattern and a value, with "=" between them
 * @param side of the "=" on which the pattern stands; only a pattern may hold further ones
 * @param before a character that may not stand before a match, nor any letter
 */
export function listedPatterns(
  list: "claims" | "negations" | "figures" | "day-steps",
  side: "left" | "right",
  before = ""
): (language: Language) => readonly ListedPattern[] {
  return onceEach((language: Language) =>
    entriesOf(LISTS, language, list).map((entry) => {
      const cut = side === "left" ? entry.lastIndexOf("=") : entry.indexOf("=")
      const halves = [entry.slice(0, cut), entry.slice(cut + 1)] as const
      const [source, value] = side === "left" ? halves : ([halves[1], halves[0]] as const)
      const whole = language === "ja" ? source : `(?<![\\p{L}${before}])(?:${source})(?!\\p{L}|(?<=\\d)\\d)`
      return { pattern: new RegExp(whole, "giu"), value }
    })
  )
}
