import { LISTS } from "../../lexicon/groups/cues.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"

/** What a cue speaks of. */
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
  "extension",
  "car",
  "plate",
  "network",
  "username"
] as const
export type Cue = (typeof CUES)[number]

/**
 * The words behind which something personal stands: `lexicon/<language>/cues/cue-<cue>.txt`. Lower case, without
 * accents; `_` joins the words of one cue. The longest cue of a place counts.
 */
const cueWords = (cue: Cue): ReadonlySet<string> => wordsOf(LISTS, `cue-${cue}`)

interface Phrase {
  rest: string[]
  cue: Cue
}

/** By the first word; the longest first. */
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
