import { LISTS } from "replywright/lexicon/cues"
import { alternativesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { LISTS as NAMES } from "replywright/lexicon/names"
import { foldCue } from "./cue-text.ts"

/** The kinds of value that a cue announces. */
const CUES = [
  "password",
  "answer",
  "hardware",
  "pin",
  "code",
  "device",
  "number",
  "gov",
  "branch",
  "key",
  "extension",
  "car",
  "plate",
  "network",
  "username"
] as const
export type Cue = (typeof CUES)[number]

/**
 * Returns the words that announce a personal value, from `lexicon/<language>/cues/cue-<cue>.txt`. They are in lower
 * case without accents, and `_` joins the words of one cue. At each place the longest cue counts.
 */
const cueWords = (cue: Cue): ReadonlySet<string> => wordsOf(LISTS, `cue-${cue}`)

interface Phrase {
  rest: string[]
  cue: Cue
}

/** The phrases by their first word, the longest first. */
export const PHRASES: ReadonlyMap<string, readonly Phrase[]> = phrases()

function phrases(): Map<string, Phrase[]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const cue of CUES) {
    for (const phrase of cueWords(cue)) {
      const [first = "", ...rest] = phrase.split("_")
      byFirst.set(first, [...(byFirst.get(first) ?? []), { rest, cue }])
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.rest.length - a.rest.length)
  return byFirst
}

/**
 * Returns the cue with which a compound of German or Dutch ends: "kundenkennwort", "kellercode". A code is secret when
 * the word before it names what it opens.
 */
export function compoundCue(word: string): Cue | undefined {
  const end = word.length > SHORTEST_COMPOUND ? COMPOUND.exec(word) : null
  if (!end) return undefined
  const cue = COMPOUND_CUES.get(end[0])
  const first = word.slice(0, end.index).replace(/(?<=.{4})s$/, "")
  return cue !== "pin" || OPENED.has(first) ? cue : undefined
}

const SHORTEST_COMPOUND = 6
const COMPOUND_CUES: ReadonlyMap<string, Cue> = new Map(
  [...alternativesOf(LISTS, "compound-cues")].flatMap(([cue, words]) => {
    const kind = CUES.find((one) => one === cue)
    return kind ? words.split("|").map((word): [string, Cue] => [word, kind]) : []
  })
)
const COMPOUND = new RegExp(`(?:${[...COMPOUND_CUES.keys()].join("|")})$`)
/** What a code opens, and the words beside which one is secret. */
export const OPENED: ReadonlySet<string> = new Set([...wordsOf(LISTS, "secret-context"), ...cueWords("device")])

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
