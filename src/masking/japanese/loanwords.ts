import { LISTS } from "../../lexicon/groups/japanese.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"

/**
 * Whether a word in katakana is one of the language, or is made of some: then it is no name. Linear in the word, which
 * is cut at 40 signs.
 */
export function isLoanword(word: string): boolean {
  const ends = new Uint8Array(Math.min(word.length, 40) + 1)
  ends[0] = 1
  for (let end = 2; end < ends.length; end++) {
    for (let start = Math.max(0, end - LONGEST); start <= end - 2; start++) {
      if (!ends[start] || !LOANWORDS.has(word.slice(start, end))) continue
      ends[end] = 1
      break
    }
  }
  return ends[ends.length - 1] === 1
}

const LONGEST = 12

/** What support messages are full of; what two of them make up is left out. */
const LOANWORDS = wordsOf(LISTS, "loanwords")
