import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"

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
