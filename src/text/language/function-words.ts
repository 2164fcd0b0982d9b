import { LISTS } from "replywright/lexicon/language"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"
import { STOP_WORDS } from "../words/words.ts"

/**
 * The languages in which a word is frequent. The product's own languages use their stop words. Any other language that
 * should be recognised has `lexicon/<language>/language/small-words.txt`.
 */
const SAID_IN = new Map<string, string[]>()
for (const [language, words] of [
  ...Object.entries(STOP_WORDS).map(([code, set]) => [code, [...set]] as const),
  ...languagesWith(LISTS, "small-words").map((code) => [code, entriesOf(LISTS, code, "small-words")] as const)
]) {
  if (language === "ja") continue
  // The words without accents count too, because many people type them like that.
  for (const word of new Set(
    words.flatMap((one) => [
      one,
      one
        .normalize("NFD")
        .replace(/(?<=[a-z]\p{M}*)\p{M}/gu, "")
        .normalize("NFC")
    ])
  )) {
    const before = SAID_IN.get(word)
    if (before) before.push(language)
    else SAID_IN.set(word, [language])
  }
}

/**
 * Returns the share of a text's letters that stand in function words of each language, from 0 to 1. A word of several
 * languages counts less for each. @param text in lower case
 */
export function functionWordShares(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  let letters = 0
  for (const word of text.match(WORD) ?? []) {
    letters += word.length
    const languages = SAID_IN.get(word)
    if (!languages) continue
    const share = word.length / Math.sqrt(languages.length)
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + share)
  }
  return new Map([...counts].map(([language, share]) => [language, share / letters]))
}

/** Returns the languages in which a word is a function word. @param word in lower case */
export const functionWordLanguages = (word: string): readonly string[] => SAID_IN.get(word) ?? NONE

const NONE: readonly string[] = []
const WORD = /[\p{L}\p{M}]{1,30}/gu
