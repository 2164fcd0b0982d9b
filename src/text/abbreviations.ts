import { LISTS } from "replywright/lexicon/text"
import { entriesOf, optionalEntriesOf } from "../lexicon/lexicon.ts"
import { LANGUAGES } from "./languages.ts"

/**
 * Returns whether the full stop after `word` belongs to the word. `next` is the text that follows, or "" at the end of
 * the text.
 */
export function isAbbreviation(word: string, next: string, language?: string | null): boolean {
  const lower = word.toLowerCase()
  if (BEFORE_NUMBER.has(lower)) return /^[\d#[]/.test(next)
  if (MAY_END.has(lower)) return !/^[\p{Lu}\p{Lo}"“«¿¡[(]/u.test(next)
  if (language && INSIDE[language]) return COMMON.has(lower) || INSIDE[language].has(lower)
  return COMMON.has(lower) || Object.values(INSIDE).some((words) => words.has(lower))
}

const ofAll = (list: string) => new Set(entriesOf(LISTS, "mul", list))
/** A full stop belongs to these words in every language. They are in lower case and without the last stop. */
const COMMON = ofAll("abbreviations")
/**
 * The abbreviations of each language. If a language has none, a full stop that follows no word still doesn't
 * end the sentence.
 */
const INSIDE: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Set(optionalEntriesOf(LISTS, language, "abbreviations") ?? [""])])
)
/** Abbreviations only before a number: "No. 5", but "No. Please don't." */
const BEFORE_NUMBER = ofAll("abbreviations-before-number")
/** These may also end a sentence. A capital after them shows that they did. */
const MAY_END = ofAll("abbreviations-that-may-end")
