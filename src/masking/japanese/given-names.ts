import { LISTS } from "../../lexicon/groups/japanese.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"

/**
 * Whether it can be a given name in kanji: one sign that is one, or two or three that begin, stand in and end given
 * names, and are no ordinary word.
 */
export function isGivenName(word: string): boolean {
  const signs = [...word]
  const first = signs[0] ?? ""
  const last = signs[signs.length - 1] ?? ""
  if (signs.length === 1) return SINGLE.has(first)
  if (signs.length > 3 || ORDINARY.has(word) || !FIRST.has(first) || !LAST.has(last)) return false
  const middle = signs[1] ?? ""
  return signs.length === 2 || MIDDLE.has(middle) || (FIRST.has(middle) && LAST.has(middle))
}

const SINGLE = wordsOf(LISTS, "given-names-of-one-sign")
const FIRST = wordsOf(LISTS, "given-name-first-signs")
const MIDDLE = wordsOf(LISTS, "given-name-middle-signs")
const LAST = wordsOf(LISTS, "given-name-last-signs")

/** Ordinary words that are made like given names. */
const ORDINARY = wordsOf(LISTS, "like-given-names")

/** Given names, and the commonest family names, in hiragana. */
export const HIRAGANA_NAMES = wordsOf(LISTS, "hiragana-names")
