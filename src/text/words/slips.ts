import { LISTS } from "replywright/lexicon/spelling"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { onceEach } from "../memo/once.ts"

/** Returns common slips of a language (ISO 639-1) with the words that were meant, all in lower case but for "I". */
export const slipsOf = onceEach(
  (language: string): ReadonlyMap<string, string> =>
    new Map(
      (optionalEntriesOf(LISTS, language, "slips") ?? []).map((entry) => {
        const [slip = "", meant = ""] = entry.split("=")
        return [slip, meant] as const
      })
    )
)
