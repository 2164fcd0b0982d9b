// Small classes of ordinary words by which a capital word beside them is told to be no one's name, in the product's
// languages that write with spaces.

import { LISTS } from "../../lexicon/groups/names.ts"
import { entriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { LISTED } from "./knowledge.ts"

/**
 * Before a thing and hardly ever before somebody, by the bit of the language. German and Portuguese put their definite
 * articles before names, too.
 */
export const DETERMINERS: ReadonlyMap<number, ReadonlySet<string>> = new Map(
  LISTED.map((language, bit) => [1 << bit, new Set(entriesOf(LISTS, language, "determiners"))])
)

/** What follows is called so by its maker: "model Vienna", "color Rocío", "mode Zen". */
export const LABELS = wordsOf(LISTS, "labels")

/** What can be bought: "Jordan sneakers", "Jasmine rice". */
export const GOODS = wordsOf(LISTS, "goods")

/** What somebody does for a firm. */
export const ROLES = wordsOf(LISTS, "roles")

/** Behind these a verb stands. */
export const VERB_BEFORE = wordsOf(LISTS, "verb-before")
/** What somebody does something with: "mark it", "mark this as". */
export const OBJECTS = wordsOf(LISTS, "objects")
/** Past tenses that look like no verb. */
export const PAST = wordsOf(LISTS, "past")
/** What goes on behind somebody's name though it looks like a noun: when and how, and what somebody has with a firm. */
export const OF_PEOPLE = wordsOf(LISTS, "of-people")
