import { LISTS } from "replywright/lexicon/tone"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"
import { onceEach } from "../text/memo/once.ts"

/**
 * Returns the first words that address the customer informally ("du", "tu", "tú"), or undefined. Words that are quoted,
 * or that `given` contains with the words beside them, are somebody else's.
 * @param language ISO 639-1; in a language without such forms there are none
 */
export function informalAddressIn(text: string, language: string | null, given: string): string | undefined {
  const pattern = language === null ? undefined : informal(language)
  if (!pattern) return undefined
  const plain = text.replace(QUOTED, (quoted) => " ".repeat(quoted.length))
  for (const { index, 0: words } of plain.matchAll(pattern)) {
    const beside = text.slice(Math.max(0, index - BESIDE), index + words.length + BESIDE).trim()
    if (!given.includes(beside)) return words
  }
  return undefined
}

const QUOTED = /["“„«「][^"”“»」\n]{1,200}["”“»」]|\[\[[^\]\n]{1,120}\]\]/gu
/** How many characters beside the words show whose they are. */
const BESIDE = 12

const informal = onceEach((language: string): RegExp | undefined => {
  const entries =
    optionalEntriesOf(LISTS, language, "address-intimate") ?? optionalEntriesOf(LISTS, language, "address-informal")
  return entries && new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${entries.join("|")})(?![\p{L}\p{N}])`, "gu")
})
