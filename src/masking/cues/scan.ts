import { LISTS } from "../../lexicon/groups/cues.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { CueText } from "./cue-text.ts"

/** What the words between a cue and a value say so far. */
export interface ScanState {
  /** The word that is looked at, and how many lie behind the cue before it. */
  index: number
  passed: number
  /**
   * Right before the word stands a verb that tells what the cue is, a colon, or nothing but the cue and small words.
   */
  told: boolean
  /** Between the cue and here nothing but words for "number", articles and the like. */
  direct: boolean
  quoted: boolean
  /** The word right before. */
  before: string
}

/**
 * Goes from a cue through its sentence, `most` words at most, until `take` finds its value or says that there is none
 * (`null`). A word for an order, an amount or the like ends it: the number behind that one is its own.
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

/** "is", "was set to", "ist", "auf": the value comes next. */
export const LINKING_VERBS = wordsOf(LISTS, "value-verbs")
/** Between the verb and the value, or between cue and value: articles, words for a number, "still", "now". */
export const FILLER_WORDS = wordsOf(LISTS, "between-cue-and-value")
/** What has a number of its own. */
const FACTS = wordsOf(LISTS, "with-own-number")
