import { LISTS } from "replywright/lexicon/text"
import { languagesWith, patternsOf } from "../../lexicon/lexicon.ts"
import { isInstruction } from "./as-steps.ts"
import { isLanguage, type Language } from "../languages.ts"
import { sentences } from "../sentences.ts"
import { words } from "../words/words.ts"

/**
 * Cuts long sentences in two where one main clause follows another: at a semicolon, and at a comma before "and you",
 * "but it" and the like. No word is added, and of the words only such an "and" is left out. A sentence with a condition
 * stays whole, because it may hold for both clauses, and so does one that asks for something, because what follows may
 * hang on that ("Send us a photo, and we refund you").
 * @param language ISO 639-1 of the text
 * @returns undefined if there is nothing to cut, or no list says where the language can be cut
 */
export function asShortSentences(text: string, language: string | null): string | undefined {
  if (!isLanguage(language) || !canBeCut(language)) return undefined
  let short = text
  for (const { start, end, text: sentence } of sentences(text, language).reverse()) {
    const cut = cutOf(sentence, language)
    if (cut !== undefined) short = short.slice(0, start) + cut + short.slice(end)
  }
  return short === text ? undefined : short
}

/** Says whether lists tell where sentences of a language can be cut. */
export const canBeCut = (language: string): boolean => CUTTABLE.has(language)
const CUTTABLE = new Set(languagesWith(LISTS, "joint-subjects"))

function cutOf(sentence: string, language: Language): string | undefined {
  if (words(sentence).length < LONG || !/\.["'”’»)]*$/u.test(sentence)) return undefined
  const { joint, dependent } = patternsFor(language)
  if (dependent.test(sentence) || isInstruction(sentence, language)) return undefined
  const match = Array.from(sentence.matchAll(joint)).find(({ index, 0: whole }) => {
    const [before, after] = [sentence.slice(0, index), sentence.slice(index + whole.length)]
    return words(before).length >= FEWEST && words(after).length >= FEWEST && !isInside(before)
  })
  if (!match) return undefined
  const { kept = "" } = match.groups ?? {}
  const rest = kept + sentence.slice(match.index + match[0].length)
  return `${sentence.slice(0, match.index)}. ${rest.charAt(0).toUpperCase()}${rest.slice(1)}`
}

/** In words: a shorter sentence is simple enough. */
const LONG = 12
/** In words: a shorter clause isn't cut off. */
const FEWEST = 4

/** Says whether a place stands in brackets or quotation marks that are open there. */
const isInside = (before: string): boolean =>
  /[([{][^)\]}]*$/u.test(before) || /[“„«][^”“»]*$/u.test(before) || before.split('"').length % 2 === 0

function patternsFor(language: Language): { joint: RegExp; dependent: RegExp } {
  const known = patterns.get(language)
  if (known) return known
  const any = (list: string) => `(?:${patternsOf(LISTS, language, `joint-${list}`).join("|")})`
  const own = {
    joint: new RegExp(
      `[ \\u00a0\\u202f]?; (?=\\p{L})|, (?:${any("dropped")} |(?<kept>${any("kept")} ))(?=${any("subjects")}(?![\\p{L}’'-]))`,
      "giu"
    ),
    dependent: new RegExp(`(?<![\\p{L}])${any("dependent")}(?![\\p{L}])`, "iu")
  }
  patterns.set(language, own)
  return own
}
const patterns = new Map<Language, { joint: RegExp; dependent: RegExp }>()
