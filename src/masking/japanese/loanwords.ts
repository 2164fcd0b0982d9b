import { LISTS } from "replywright/lexicon/japanese"
import { wordsOf } from "../../lexicon/lexicon.ts"

/**
 * Says whether a word in katakana is a loanword or consists of some, in which case it is no name. It takes linear time,
 * and the word is cut at 40 signs.
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

/** Loanwords that are frequent in support messages. Compounds of two of them are left out. */
const LOANWORDS = wordsOf(LISTS, "loanwords")
