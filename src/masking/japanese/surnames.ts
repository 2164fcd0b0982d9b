import { LISTS } from "replywright/lexicon/japanese"
import { wordsOf } from "../../lexicon/lexicon.ts"

/**
 * Family names in kanji: the common ones, and rare ones that are no other word. They are packed by length, without
 * spaces between them.
 */
export const SURNAMES = wordsOf(LISTS, "surnames")

/** Family names that are ordinary words, too. They count only where something else says that it is a name. */
export const DOUBTFUL_SURNAMES = wordsOf(LISTS, "doubtful-surnames")
