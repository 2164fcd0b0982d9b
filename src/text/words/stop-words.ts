import { LISTS } from "replywright/lexicon/text"
import { entriesOf, languagesWith } from "../../lexicon/lexicon.ts"

/**
 * Words that say nothing about what a sentence is about: `lexicon/<language>/text/stop-words.txt`. The lists are small
 * on purpose. They contain negations and modal verbs, but no words with content.
 */
export const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  languagesWith(LISTS, "stop-words").map((language) => [language, new Set(entriesOf(LISTS, language, "stop-words"))])
)
