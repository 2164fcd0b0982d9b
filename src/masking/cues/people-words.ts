import { LISTS } from "../../lexicon/groups/cues.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"

/** Who may have an age, by what they are to the writer: en, de, fr, es, pt; without accents. */
export const RELATIONS = wordsOf(LISTS, "relations")

/** Others of whom an age may be told. */
const OTHERS = wordsOf(LISTS, "others")

export const isPerson = (folded: string): boolean => RELATIONS.has(folded) || OTHERS.has(folded)

/** Whose verb follows at once. */
export const PRONOUNS = wordsOf(LISTS, "pronouns")
/** Of these no thing speaks. */
export const HUMAN_PRONOUNS = wordsOf(LISTS, "human-pronouns")

/** The day itself; "anniv" is a word of ages alone. */
export const BIRTHDAYS = wordsOf(LISTS, "birthdays")

/** What is old without being anybody. */
export const THINGS = wordsOf(LISTS, "things")
