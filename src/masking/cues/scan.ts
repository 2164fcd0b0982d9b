import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { CueText } from "./cue-text.ts"

/** What the words between a cue and a value say so far. */
export interface ScanState {
  /** The index of the word that is looked at. `passed` counts the words between the cue and it. */
  index: number
  passed: number
  /** Right before the word stands a verb that announces the value, a colon, or only the cue and small words. */
  told: boolean
  /** Only words for "number", articles and similar words stand between the cue and this word. */
  direct: boolean
  quoted: boolean
  /** The word right before. */
  before: string
}

/**
 * Reads from a cue through its sentence, `most` words at most, until `take` finds its value or returns `null` because
 * there is none. A word for an order, an amount or the like ends the search, because the number behind that word
 * belongs to it.
 */
export function scan<T>(
  page: CueText,
  last: number,
  most: number,
  take: (way: ScanState) => T | null | undefined
): T | undefined {
  let told = true
  let direct = true
  for (let passed = 0; passed < most; passed++) {
    const before = last + passed
    if (page.ends(before) || before + 1 >= page.words.length) return undefined
    const gap = page.gap(before)
    if (/[:=→]/.test(gap) || /["“„«‘]$|^ ?\($/.test(gap)) told = true
    const way: ScanState = {
      index: before + 1,
      passed,
      told,
      direct,
      quoted: /["“„«]\s?$|(?:^|[\s:])['‘‚‹]$/.test(gap),
      before: page.folded(before)
    }
    const found = take(way)
    if (found !== undefined) return found ?? undefined
    const word = page.folded(before + 1)
    if (FACTS.has(word) && !page.gap(before + 1).startsWith(",")) return undefined
    if (LINKING_VERBS.has(word)) told = true
    else if (!FILLER_WORDS.has(word)) told = direct = false
  }
  return undefined
}

/** Behind verbs such as "is", "was set to", "ist" or "auf" the value comes next. */
export const LINKING_VERBS = wordsOf(LISTS, "value-verbs")
/** Words between the verb and the value, or between cue and value: articles, words for a number, "still", "now". */
export const FILLER_WORDS = wordsOf(LISTS, "between-cue-and-value")
/** These things have a number of their own. */
const FACTS = wordsOf(LISTS, "with-own-number")
