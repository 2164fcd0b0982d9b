// These small classes of ordinary words show that a word with a capital beside them is nobody's name. They cover the
// product's languages that write with spaces.

import { LISTS } from "replywright/lexicon/names"
import { entriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { byLanguageBit } from "./knowledge.ts"

/**
 * Words that stand before a thing and hardly ever before a person, by the bit of the language. German and Portuguese
 * put their definite articles before names, too.
 */
export const DETERMINERS = byLanguageBit((language) => entriesOf(LISTS, language, "determiners"))

/** Definite articles of all languages. */
export const ARTICLES = wordsOf(LISTS, "articles")

/** What follows these words is a maker's name for a thing: "model Vienna", "color Rocío", "mode Zen". */
export const LABELS = wordsOf(LISTS, "labels")

/** Things that can be bought or have names like people's: "Jordan sneakers", "Jasmine rice", "the Amelia suite". */
export const GOODS: ReadonlySet<string> = new Set([...wordsOf(LISTS, "goods"), ...wordsOf(LISTS, "bearers")])

/** What has a name of its own and is nobody: "our cat Otis", "die Fähre Rosalind". */
export const ANIMALS = wordsOf(LISTS, "animals")

/** What somebody does, before that person's name. */
export const JOBS = wordsOf(LISTS, "jobs")

/** Words before the name of somebody or something. */
export const CALLED = wordsOf(LISTS, "called")

/** Words for a size. */
export const SIZES = wordsOf(LISTS, "sizes")

/** The roles that people have in a firm. */
export const ROLES = wordsOf(LISTS, "roles")

/** A verb follows these words. */
export const VERB_BEFORE = wordsOf(LISTS, "verb-before")
/** The objects of a verb: "mark it", "mark this as". */
export const OBJECTS = wordsOf(LISTS, "objects")
/** Past tenses that don't look like verbs. */
export const PAST = wordsOf(LISTS, "past")
/**
 * Words that may follow a person's name although they look like nouns: times and manners, and what somebody has with a
 * firm.
 */
export const OF_PEOPLE = wordsOf(LISTS, "of-people")
