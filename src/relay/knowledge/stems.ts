import { stem } from "../../text/stem.ts"
import { STOP_WORDS } from "../../text/stop-words.ts"
import { words } from "../../text/words.ts"

/**
 * The words that search goes by: lower case, without the small ones, cut down to their stem; figures stay, and codes such as
 * "LL-48213" are kept whole as well, after the rest. Import and query must cut alike, so both call this and nothing else.
 * @param language ISO 639-1, or null
 */
export function stems(text: string, language: string | null): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replace(/’/g, "'")
  const small = STOP_WORDS[language ?? "en"] ?? STOP_WORDS["en"]
  const found: string[] = []
  for (const { text: word } of words(plain)) {
    if (small?.has(word) || small?.has(word.replace(/'.*$/, "")) || KANA.test(word)) continue
    for (const part of word.replace(ELISION, "").split("-")) if (part && !small?.has(part)) found.push(clip(stem(part, language)))
  }
  return [...found, ...(plain.match(CODE) ?? []).map(clip)]
}

/** Each stem with the word as it was written: what "I looked for" shows. */
export function surfaceOf(text: string, language: string | null): Map<string, string> {
  const surface = new Map<string, string>()
  for (const { text: word } of words(text)) for (const stem of stems(word, language)) if (!surface.has(stem)) surface.set(stem, word)
  return surface
}

/** Particles and endings of Japanese; its matter is written in kanji and katakana. */
const KANA = /^[\p{Script=Hiragana}ー]{1,3}$/u
/** French l', d', qu'. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L}{2})/u

/** Letters and figures joined by hyphens, with a figure among them: order numbers, part numbers, error codes. */
const CODE = /(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}-]{0,40}\d)[\p{L}\p{N}]{1,30}(?:-[\p{L}\p{N}]{1,30}){1,6}(?![\p{L}\p{N}-])/gu

/** A lexeme of PostgreSQL holds 2,046 bytes; nobody searches for a word of more than these characters. */
const LONGEST_WORD = 60
const clip = (word: string) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word)
