import { LISTS } from "../../lexicon/groups/masking.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { foldWord } from "./fold.ts"

/**
 * A part of a name that is a word of one of the product's languages: masked only where it is written with a capital.
 */
export function isFunctionWord(folded: string): boolean {
  return FUNCTION.has(folded)
}

/** Never masked alone: particles of names, and the words that mailboxes and display names are made of. */
export function isOrdinary(folded: string): boolean {
  return PARTICLES.has(folded) || ORDINARY.has(folded)
}

/** An ordinary word by which somebody may be called, too: with a capital it is one, on a ticket of theirs. */
export function isAlsoName(folded: string): boolean {
  return ALSO_NAMES.has(folded)
}

/** Surely no secret. */
export function canBeWord(word: string): boolean {
  const folded = foldWord(word)
  return FUNCTION.has(folded) || PARTICLES.has(folded) || ORDINARY.has(folded)
}

const folded = (list: string): ReadonlySet<string> => new Set([...wordsOf(LISTS, list)].map(foldWord))

const PARTICLES = folded("particles")

const FUNCTION = folded("function-words")

const ORDINARY = folded("ordinary")

const ALSO_NAMES = folded("also-names")
