import { LISTS } from "replywright/lexicon/search"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isLanguage } from "../../text/languages.ts"
import { withoutAccents } from "../../text/words/accents.ts"

/** In these languages, people leave out accents when they write in a hurry. (In German, "ware" isn't "wäre".) */
const ACCENTS_LEFT_OUT = ["fr", "es", "pt"]
const known = new Map<string, ReadonlySet<string>>()

/**
 * Returns the words that say nothing about what is searched for: `lexicon/<language>/search/small-words.txt`. A
 * language without such a list gets the English one.
 */
export function stopWordsOf(language: string): ReadonlySet<string> {
  const there = known.get(language)
  if (there) return there
  const words = entriesOf(LISTS, isLanguage(language) ? language : "en", "small-words")
  const set = new Set(ACCENTS_LEFT_OUT.includes(language) ? [...words, ...words.map(withoutAccents)] : words)
  known.set(language, set)
  return set
}
