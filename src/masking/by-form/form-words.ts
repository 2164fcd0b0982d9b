// Words that show where a name stands in languages without lists of ordinary words. A text may mix languages, and related
// languages are easily confused, so the words of all languages count together.

import { LISTS } from "replywright/lexicon/names"
import { languagesWith, entriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { LISTED } from "../names/knowledge.ts"
import { Phrases } from "../basis/phrases.ts"

/** Forms of address, titles and professions: "mevrouw", "pan", "dr". */
export const HONORIFICS = new Phrases("honorifics")
/** The same behind a name: "bey", "úr". */
export const HONORIFICS_BEHIND = wordsOf(LISTS, "honorifics-behind")
/** What people are to each other: "zus", "syn", "anne". */
export const KIN = wordsOf(LISTS, "kin")
/** Only a name follows: "mijn naam is", "jeg heter", "nazywam się". */
export const NAMES_FOLLOW = new Phrases("names-follow")
/** A name or another word follows: "ik ben", "sono", "z tej strony". */
export const INTRODUCTIONS = new Phrases("introductions")
/** "vagyok", "hier". */
export const INTRODUCTIONS_BEHIND = wordsOf(LISTS, "introductions-behind")
export const OPENINGS = new Phrases("openings")
export const SIGN_OFFS = new Phrases("sign-offs")
/** "klantenservice", "ragazzi". */
export const ADDRESSEES = wordsOf(LISTS, "addressees")
export const CALENDAR = wordsOf(LISTS, "calendar")
/** "Lei", "Państwo", "Ön". */
export const POLITE = wordsOf(LISTS, "polite")
export const CONJUNCTIONS = wordsOf(LISTS, "conjunctions")
/** Articles and pointing words of the languages without lists of ordinary words. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  languagesWith(LISTS, "determiners")
    .filter((language) => !LISTED.some((listed) => listed === language))
    .flatMap((language) => entriesOf(LISTS, language, "determiners"))
)
