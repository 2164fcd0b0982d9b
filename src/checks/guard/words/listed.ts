import { LISTS } from "replywright/lexicon/guard"
import { entriesOf, languagesWith, optionalEntriesOf } from "../../../lexicon/lexicon.ts"

/** Returns the patterns of a list in all languages but Japanese, as alternatives. */
export const spacedWords = (list: string): string =>
  [
    ...new Set(
      languagesWith(LISTS, list)
        .filter((language) => language !== "ja")
        .flatMap((language) => entriesOf(LISTS, language, list))
    )
  ].join("|")

/** Returns the Japanese patterns of a list, which match anywhere, as alternatives. */
export const japaneseWords = (list: string): string => (optionalEntriesOf(LISTS, "ja", list) ?? ["(?!)"]).join("|")

/** Returns the source of a pattern for any entry of a list: between ends of words, or in Japanese anywhere. */
export const wordIn = (list: string, begin = "\\b", end = "\\b"): string =>
  `(?:${begin}(?:${spacedWords(list)})${end}|${japaneseWords(list)})`
