import { LISTS } from "replywright/lexicon/spelling"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"

/** Returns common slips of a language (ISO 639-1) with the words that were meant, all in lower case but for "I". */
export function slipsOf(language: string): ReadonlyMap<string, string> {
  const there = known.get(language)
  if (there) return there
  const own = new Map(
    (optionalEntriesOf(LISTS, language, "slips") ?? []).map((entry) => {
      const [slip = "", meant = ""] = entry.split("=")
      return [slip, meant] as const
    })
  )
  known.set(language, own)
  return own
}

const known = new Map<string, ReadonlyMap<string, string>>()
