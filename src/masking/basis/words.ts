import { LISTS } from "replywright/lexicon/masking"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { foldWord } from "./fold.ts"

/**
 * Says whether a part of a name is also a function word of one of the product's languages. Such a part is masked only
 * where it is written with a capital.
 */
export function isFunctionWord(folded: string): boolean {
  return FUNCTION.has(folded)
}

/**
 * Says whether a word is never masked alone. These are particles of names and the words that mailboxes and display
 * names consist of.
 */
export function isOrdinary(folded: string): boolean {
  return PARTICLES.has(folded) || ORDINARY.has(folded)
}

/**
 * Says whether an ordinary word is also a name. With a capital it is taken for a name on a ticket of somebody who is
 * called so.
 */
export function isAlsoName(folded: string): boolean {
  return ALSO_NAMES.has(folded)
}

/** Says whether a value is an ordinary word and therefore surely no secret. */
export function canBeWord(word: string): boolean {
  const folded = foldWord(word)
  return FUNCTION.has(folded) || PARTICLES.has(folded) || ORDINARY.has(folded)
}

const folded = (list: string): ReadonlySet<string> => new Set([...wordsOf(LISTS, list)].map(foldWord))

const PARTICLES = folded("particles")

const FUNCTION = folded("function-words")

const ORDINARY = folded("ordinary")

const ALSO_NAMES = folded("also-names")
