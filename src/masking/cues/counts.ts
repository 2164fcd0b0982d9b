import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { CueText } from "./cue-text.ts"

/** A number from 2 (in digits from 0) to 119, in digits or words, with its first and last word. */
export interface Count {
  first: number
  last: number
}

export function countAt(page: CueText, index: number): Count | undefined {
  const word = page.folded(index)
  if (/^\d{1,3}$/.test(word))
    return Number(word) <= OLDEST && isWhole(page, index) ? { first: index, last: index } : undefined
  if (!NUMBERS.has(word) && !GERMAN.test(word)) return undefined
  let last = index
  for (let left = 4; left > 0; left--) {
    const joined = AND.has(page.folded(last + 1)) && page.gap(last) === " " && TENS.has(page.folded(last)) ? 2 : 1
    if (
      !/^[ -]$/.test(page.gap(last)) ||
      !/^[ -]$/.test(page.gap(last + joined - 1)) ||
      !(NUMBERS.has(page.folded(last + joined)) || (TENS.has(page.folded(last)) && ONE.has(page.folded(last + joined))))
    )
      break
    last += joined
  }
  return { first: index, last }
}

/** Finds the same kind of number by its last word. */
export function countBefore(page: CueText, last: number): Count | undefined {
  let found: Count | undefined
  for (let first = last; first > last - 5 && first >= 0; first--) {
    const count = countAt(page, first)
    if (count?.last === last) found = count
    if (page.ends(first - 1)) break
  }
  return found
}

/** Says whether a word is a German age in one word, such as "einundachtzigjährige". */
export const isGermanAge = (folded: string): boolean => folded.includes("jahrig") && GERMAN_AGED.test(folded)

function isWhole(page: CueText, index: number): boolean {
  const word = page.words[index]
  return (
    word !== undefined &&
    !/[\d.,:/+$€£#-]$/.test(page.text.slice(Math.max(0, word.start - 1), word.start)) &&
    !/^(?:[.,:/-]\d|%|€|\$| ?[%€$£])/.test(page.text.slice(word.end, word.end + 2))
  )
}

const OLDEST = 119
const AND = wordsOf(LISTS, "count-and")
const ONE = wordsOf(LISTS, "one")
const TENS = wordsOf(LISTS, "count-tens")
const NUMBERS = new Set([...wordsOf(LISTS, "count-numbers"), ...TENS])
const SMALL = "zwei|drei|vier|funf|fuenf|sechs|sieben|acht|neun"
const GERMAN_NUMBER = `(?:(?:(?:ein|${SMALL})und)?(?:zwanzig|dreissig|vierzig|funfzig|fuenfzig|sechzig|siebzig|achtzig|neunzig)|${SMALL}|zehn|elf|zwolf|zwoelf|(?:drei|vier|funf|fuenf|sech|sieb|acht|neun)zehn)`
const GERMAN = new RegExp(`^${GERMAN_NUMBER}$`)
const GERMAN_AGED = new RegExp(`^${GERMAN_NUMBER}jahrige?[rnsm]?$`)
