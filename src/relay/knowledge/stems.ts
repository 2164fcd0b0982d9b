import { stemmer as english } from "@orama/stemmers/english"
import { stemmer as french } from "@orama/stemmers/french"
import { stemmer as german } from "@orama/stemmers/german"
import { stemmer as portuguese } from "@orama/stemmers/portuguese"
import { stemmer as spanish } from "@orama/stemmers/spanish"
import { STOP_WORDS } from "./stop-words.ts"

/**
 * The words that search goes by: lower case, without stop words, cut down to their Snowball stem; codes such as "LL-48213"
 * are kept whole as well, after the rest. Import and query must cut alike, so both call this and nothing else.
 * @param language ISO 639-1; another one or null is left unstemmed.
 */
export function stems(text: string, language: string | null): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replace(/[’'`]/g, "")
  const stop = STOP_WORDS[language ?? ""]
  const stem = STEMMERS[language ?? ""]
  const found = wordsIn(plain, language).filter((word) => !stop?.has(word)).map((word) => clip(stem && !/\d/.test(word) ? stem(word) : word))
  return [...found, ...(plain.match(CODE) ?? []).map(clip)]
}

/** The word as it stands, for its stem: what "I looked for" shows. */
export function surfaceOf(text: string, language: string | null): Map<string, string> {
  const surface = new Map<string, string>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu)) {
    for (const stem of stems(word, language)) if (!surface.has(stem)) surface.set(stem, word)
  }
  return surface
}

const STEMMERS: Record<string, (word: string) => string> = { en: english, de: german, fr: french, es: spanish, pt: portuguese }

/** Letters and figures joined by hyphens, with a figure among them: order numbers, part numbers, error codes. */
const CODE = /(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}-]{0,40}\d)[\p{L}\p{N}]{1,30}(?:-[\p{L}\p{N}]{1,30}){1,6}(?![\p{L}\p{N}-])/gu

/** A lexeme of PostgreSQL holds 2,046 bytes; nobody searches for a word of more than these characters. */
const LONGEST_WORD = 60
const clip = (word: string) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word)

const japanese = new Intl.Segmenter("ja", { granularity: "word" })
const WIDE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u

/** Japanese puts no spaces between words. */
function wordsIn(text: string, language: string | null): string[] {
  if (language !== "ja" && !WIDE.test(text)) return text.match(/[\p{L}\p{N}]+/gu) ?? []
  return [...japanese.segment(text)].filter((piece) => piece.isWordLike).map((piece) => piece.segment)
}
