import { LISTS } from "../../lexicon/groups/branches.ts"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { remember } from "../remember.ts"

/** Returns whether a text names a time that only the day of writing tells: "tomorrow", "last week". */
export const namesRelativeDay = (text: string, language: string): boolean => holdsWord(text, language, "relative-day")

/** Returns whether a text says that something costs nothing. */
export const saysFree = (text: string, language: string): boolean => holdsWord(text, language, "free")

/** Returns whether a text says "between", so that what follows "and" can't be cut off. */
export const opensRange = (text: string, language: string): boolean => holdsWord(text, language, "between")

const holdsWord = (text: string, language: string, list: string) => wordPattern(list, language).test(text)

const wordPattern = remember(30, (list: string, language: string | null | undefined) => {
  const words = optionalEntriesOf(LISTS, language ?? "", list)?.join("|") ?? "(?!)"
  return new RegExp(language === "ja" ? words : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "iu")
})
