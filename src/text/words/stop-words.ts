import { LISTS } from "../../lexicon/groups/words.ts"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"

/**
 * Words that say nothing about what a sentence is about: `lexicon/<language>/words/stop-words.txt`. Small lists on
 * purpose: negations and modal verbs are in, matter is not.
 */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  languagesWith(LISTS, "stop-words").map((language) => [language, new Set(entriesOf(LISTS, language, "stop-words"))])
)
