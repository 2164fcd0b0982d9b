import { LISTS } from "replywright/lexicon/japanese"
import { wordsOf } from "../../lexicon/lexicon.ts"

/**
 * Says whether a word can be a given name in kanji. It is one sign that is a name, or two or three signs that occur at
 * the beginning, middle and end of given names, and it is no ordinary word.
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

/** Ordinary words that are built like given names. */
const ORDINARY = wordsOf(LISTS, "like-given-names")

/** Given names, and the commonest family names, in hiragana. */
export const HIRAGANA_NAMES = wordsOf(LISTS, "hiragana-names")

/**
 * Family names in kanji: the common ones, and rare ones that are no other word. They are packed by length, without
 * spaces between them.
 */
export const SURNAMES = wordsOf(LISTS, "surnames")

/** Family names that are ordinary words, too. They count only where something else says that it is a name. */
export const DOUBTFUL_SURNAMES = wordsOf(LISTS, "doubtful-surnames")

/** Words for people that take 様 or さん without naming anybody. */
export const ROLES = wordsOf(LISTS, "roles")
