import { LISTS } from "../lexicon/groups/branches.ts"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"

/** Returns whether a text names a time that only the day of writing tells: "tomorrow", "last week". */
export function namesRelativeDay(text: string, language: string): boolean {
  const words = (optionalEntriesOf(LISTS, language, "relative-day") ?? ["(?!)"]).join("|")
  return new RegExp(language === "ja" ? words : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu").test(text)
}
