import { LISTS } from "../../lexicon/groups/cues.ts"
import { LISTS as NAMES } from "../../lexicon/groups/names.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { foldCue, type CueText } from "./cue-text.ts"
import type { Value } from "./values.ts"

/**
 * Returns the date in words that begins with this word: "third of March nineteen eighty-one", "zweiten Mai
 * neunzehnhundertachtzig", "premier avril 1979". It needs a month, and a number in words.
 */
export function dateInWords(page: CueText, index: number): Value | undefined {
  let [end, hasMonth, hasNumber] = [-1, false, false]
  for (let i = index; i < index + MOST_WORDS; i++) {
    const word = page.folded(i)
    if (i > index && !/^(?:[ -]|, |\. )$/.test(page.gap(i - 1))) break
    if (!hasMonth && MONTHS.has(word)) hasMonth = true
    else if (isNumberWord(word)) hasNumber = true
    else if (LINKS.has(word) && i > index) continue
    else if (!/^\d{1,4}$/.test(word)) break
    end = i
  }
  const [first, last] = [page.words[index], page.words[end]]
  return hasMonth && hasNumber && first && last ? { start: first.start, end: last.end } : undefined
}

/** Says whether the word is a number in words, in lower case without accents. */
export const isNumberWord = (word: string): boolean => NUMBER.test(word)

const MOST_WORDS = 14
const MONTHS: ReadonlySet<string> = new Set([...wordsOf(NAMES, "months")].map(foldCue))
const LINKS = wordsOf(LISTS, "date-links")
const NUMBER = new RegExp(`^(?:${[...wordsOf(LISTS, "number-parts")].sort((a, b) => b.length - a.length).join("|")})+$`)
