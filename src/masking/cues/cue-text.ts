import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { withoutAccents } from "../../text/words/letters.ts"

/** A word as the cues see it: in lower case, without accents, with "º" as "o". */
export interface Word {
  start: number
  end: number
  folded: string
}

/** A text and its words. It is made once for all cues, in time linear in the text. */
export class CueText {
  readonly text: string
  readonly words: readonly Word[]

  constructor(text: string) {
    this.text = text
    const lower = text.toLowerCase()
    const plain = lower.length === text.length ? lower : text
    const words: Word[] = []
    for (const match of plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
      words.push({ start: match.index, end: match.index + match[0].length, folded: foldCue(match[0]) })
    this.words = words
  }

  folded(index: number): string {
    return this.words[index]?.folded ?? ""
  }

  /** Returns what stands between a word and the next one. At the end of the text it is a line break. */
  gap(index: number): string {
    const word = this.words[index]
    return word ? this.text.slice(word.end, this.words[index + 1]?.start ?? word.end + 12) || "\n" : "\n"
  }

  /** Says whether a sentence ends behind this word. */
  ends(index: number): boolean {
    const gap = this.gap(index)
    if (gap === " ") return false
    if (/[!?;\u0001\n]/.test(gap)) return !/^[^!?;\u0001]{0,3}[:=]\s{1,3}$/.test(gap)
    return /\.["'”»)]?\s/.test(gap) && !ABBREVIATED.has(this.folded(index)) && !/^\d/.test(this.folded(index))
  }

  has(index: number, words: ReadonlySet<string>): boolean {
    return words.has(this.folded(index))
  }

  /**
   * Returns the first word of a list among the word at `from` and the `count - 1` words behind it (before it, if
   * negative), within its sentence.
   */
  near(from: number, count: number, words: ReadonlySet<string>): number | undefined {
    const step = Math.sign(count)
    for (let i = from, left = Math.abs(count); left > 0 && i >= 0 && i < this.words.length; i += step, left--) {
      if (words.has(this.folded(i))) return i
      if (this.ends(step > 0 ? i : i - 1)) return undefined
    }
    return undefined
  }
}

export function foldCue(word: string): string {
  if (word.length > 40 || /^[\0-\x7f]*$/.test(word)) return word.length > 40 ? "" : word
  return withoutAccents(word.replace(/º/g, "o").replace(/ß/g, "ss"))
}

const ABBREVIATED = wordsOf(LISTS, "abbreviated")

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
