import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { remember } from "../memo/remember.ts"

/**
 * Returns a global pattern of the whole words of `lexicon/<language>/branches/<list>.txt`. It matches nothing in a
 * language without the list. Use it with `search` or `matchAll`, which begin at the start of the text.
 */
export const wordPattern = remember(100, (list: string, language: string | null | undefined) => {
  const words = optionalEntriesOf(LISTS, language ?? "", list)?.join("|") ?? "(?!)"
  return new RegExp(language === "ja" ? words : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "giu")
})
