import { LISTS } from "replywright/lexicon/speech"
import { optionalEntriesOf, wordPattern, wordsOf } from "../../lexicon/lexicon.ts"
import { onceEach } from "../../text/memo/once.ts"

/** Matches a question in any language of the product. */
export const QUESTION_PATTERN = new RegExp(
  `[?？؟]["'”’»)\\]」』]*$|(?:${[...wordsOf(LISTS, "question-ends")].join("|")})[。.]?$`,
  "u"
)

/** Returns whether a sentence of a customer's tells, in few words, what was tried before. */
export const tellsTried = (text: string, language: string): boolean => askedBefore(language)?.test(text) === true
const askedBefore = onceEach((language: string) => wordPattern(LISTS, language, "asked-before"))

/** The pattern for greetings and thanks, which summaries leave out. A longer sentence says more than that. */
export const courtesyOf = (language: string | null): RegExp | undefined =>
  language === null ? undefined : courtesyIn(language)

const courtesyIn = onceEach((language: string) => {
  const openings = optionalEntriesOf(LISTS, language, "courtesy")?.join("|")
  const [end, most] = LENGTHS[language] ?? ["(?!\\p{L})", 60]
  return openings === undefined ? undefined : new RegExp(`^(?:${openings})${end}.{0,${most}}$`, "iu")
})

/** How an opening ends, and how many characters may follow. */
const LENGTHS: Readonly<Record<string, readonly [end: string, most: number]>> = { en: ["\\b", 40], ja: ["", 30] }
