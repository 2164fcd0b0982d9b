// These small classes of ordinary words show that a word with a capital beside them is nobody's name. They cover the
// product's languages that write with spaces.

import { LISTS } from "replywright/lexicon/names"
import { entriesOf, languagesWith, optionalEntriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { byLanguageBit, LISTED } from "./knowledge.ts"

/**
 * Words that stand before a thing and hardly ever before a person, by the bit of the language. German and Portuguese
 * put their definite articles before names, too.
 */
export const DETERMINERS = byLanguageBit((language) => entriesOf(LISTS, language, "determiners"))

/** The same for languages without a list of ordinary words. */
export const OTHER_DETERMINERS: ReadonlySet<string> = new Set(
  languagesWith(LISTS, "determiners")
    .filter((language) => !LISTED.some((listed) => listed === language))
    .flatMap((language) => entriesOf(LISTS, language, "determiners"))
)

/** Definite articles of all languages. */
export const ARTICLES = wordsOf(LISTS, "articles")

/** What follows these words is a maker's name for a thing: "model Vienna", "color Rocío", "mode Zen". */
export const LABELS = wordsOf(LISTS, "labels")

/** The entries of a list in the product's languages alone, because a word of another may be one of theirs ("but"). */
const ofListed = (list: string): string[] =>
  LISTED.flatMap((language) => [...(optionalEntriesOf(LISTS, language, list) ?? [])])

/** Things that can be bought or have names like people's: "Jordan sneakers", "Jasmine rice", "the Amelia suite". */
export const GOODS: ReadonlySet<string> = new Set([...ofListed("goods"), ...ofListed("bearers")])
/** The same with those of languages without a list of ordinary words. */
export const OTHER_GOODS: ReadonlySet<string> = new Set([...wordsOf(LISTS, "goods"), ...GOODS])

/** What has a name of its own and is nobody: "our cat Otis", "die Fähre Rosalind". */
export const ANIMALS: ReadonlySet<string> = new Set(ofListed("animals"))
export const OTHER_ANIMALS = wordsOf(LISTS, "animals")

/** What somebody does, before that person's name. */
export const JOBS = wordsOf(LISTS, "jobs")

/** Words before the name of somebody or something. */
export const CALLED = wordsOf(LISTS, "called")

/** Words for a size. */
export const SIZES: ReadonlySet<string> = new Set(ofListed("sizes"))
export const OTHER_SIZES = wordsOf(LISTS, "sizes")

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

/** Adjectives that stand between an article and a thing: "the same", "einen neuen". */
export const ADJECTIVES = wordsOf(LISTS, "before-things")
export const MEDICINES = wordsOf(LISTS, "medicines")
/** Words for buying or ordering something. */
export const BOUGHT = wordsOf(LISTS, "bought")
/** Words between those and the shop. */
export const BOUGHT_AT: ReadonlySet<string> = new Set(ofListed("bought-at"))
export const OTHER_BOUGHT_AT = wordsOf(LISTS, "bought-at")
