import { LISTS } from "replywright/lexicon/cues"
import { LISTS as NAMES } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { foldCue } from "./cue-text.ts"

/** People who may have an age, by their relation to the writer, in en, de, fr, es and pt. The words have no accents. */
export const RELATIONS: ReadonlySet<string> = new Set([
  ...wordsOf(LISTS, "relations"),
  ...[...wordsOf(NAMES, "kinship")].map(foldCue)
])

/** Other people whose age may be given. */
const OTHERS = wordsOf(LISTS, "others")

export const isPerson = (folded: string): boolean => RELATIONS.has(folded) || OTHERS.has(folded)

/** The verb follows right behind these pronouns. */
export const PRONOUNS = wordsOf(LISTS, "pronouns")
/** These pronouns never stand for a thing. */
export const HUMAN_PRONOUNS = wordsOf(LISTS, "human-pronouns")

/** Words for the birthday itself. "Anniv" is left out, because it only announces ages. */
export const BIRTHDAYS = wordsOf(LISTS, "birthdays")

/** Things and animals that have an age without being a person. */
export const THINGS = wordsOf(LISTS, "things")
