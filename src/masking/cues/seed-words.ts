import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { canBeWord } from "../basis/words.ts"
import type { CueText } from "./cue-text.ts"
import type { Value } from "./values.ts"

/**
 * Finds the words of a wallet's seed phrase (BIP-39 has 12 to 24 of them, of which somebody may tell a part): three or
 * more words in lower case behind "seed" or "recovery phrase" and a verb or a colon. A function word ends them.
 */
export function seedWordsAt(page: CueText, index: number): Value | undefined {
  if (!SEED.has(page.folded(index))) return undefined
  for (let i = index; i < index + FURTHEST && !page.ends(i); i++) {
    if (!/:/.test(page.gap(i)) && !BEGINS.has(page.folded(i))) continue
    const last = endOfWords(page, i + 1)
    const [first, end] = [page.words[i + 1], page.words[last]]
    if (first && end && last - i >= LEAST) return { start: first.start, end: end.end }
  }
  return undefined
}

function endOfWords(page: CueText, from: number): number {
  let last = from - 1
  while (
    last < from + MOST &&
    isSeedWord(page, last + 1) &&
    (last < from || /^(?: |, |\n|,? ?\d{1,2}[.)] )$/.test(page.gap(last)))
  )
    last++
  return last
}

function isSeedWord(page: CueText, index: number): boolean {
  const word = page.words[index]
  return word !== undefined && /^[a-z]{3,8}$/.test(page.text.slice(word.start, word.end)) && !canBeWord(word.folded)
}

const SEED = wordsOf(LISTS, "seeds")
const BEGINS = wordsOf(LISTS, "seed-begins")
const FURTHEST = 6
const LEAST = 3
const MOST = 24
