import { LISTS } from "../lexicon/groups/text.ts"
import { entriesOf, optionalEntriesOf } from "../lexicon/lexicon.ts"
import { LANGUAGES } from "./languages.ts"

/** Whether the stop after `word` belongs to the word, given what follows ("" at the end of the text). */
export function isAbbreviation(word: string, next: string, language?: string | null): boolean {
  const lower = word.toLowerCase()
  if (BEFORE_NUMBER.has(lower)) return /^[\d#[]/.test(next)
  if (MAY_END.has(lower)) return !/^[\p{Lu}\p{Lo}"“«¿¡[(]/u.test(next)
  if (language && INSIDE[language]) return COMMON.has(lower) || INSIDE[language].has(lower)
  return COMMON.has(lower) || Object.values(INSIDE).some((words) => words.has(lower))
}

const ofAll = (list: string) => new Set(entriesOf(LISTS, "mul", list))
/** Words that a full stop belongs to, in every language. Lower case, without the last stop. */
const COMMON = ofAll("abbreviations")
/** The same by language. Where one has none, a stop behind no word at all still doesn't end the sentence. */
const INSIDE: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  LANGUAGES.map((language) => [language, new Set(optionalEntriesOf(LISTS, language, "abbreviations") ?? [""])])
)
/** Abbreviations only where a number follows: "No. 5", but "No. Please don't." */
const BEFORE_NUMBER = ofAll("abbreviations-before-number")
/** May also end a sentence; a capital after it says that it did. */
const MAY_END = ofAll("abbreviations-that-may-end")
