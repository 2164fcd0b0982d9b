import { stemmer } from "@orama/stemmers/english"
import { withoutAccents } from "../../text/words/letters.ts"
import { stem } from "../../text/words/stem.ts"
import { plainWords, words } from "../../text/words/words.ts"
import { LISTS } from "replywright/lexicon/search"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { isLanguage } from "../../text/languages.ts"

/**
 * Returns the words by which search works: in lower case, without stop words and reduced to their stems. Digits stay.
 * Codes such as "LL-48213" are also kept as a whole, after the rest. Import and query must stem alike, so both use this
 * function and nothing else.
 * @param language ISO 639-1, or null
 */
export function stems(text: string, language: string | null): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replace(/’/g, "'")
  const stemsOfWords = stemsIn(language ?? "en")
  const list: string[] = []
  for (const word of plainWords(plain)) {
    const own = stemsOfWords.get(word) ?? learn(stemsOfWords, word, language ?? "en")
    if (typeof own === "string") list.push(own)
    else list.push(...own)
  }
  if (plain.includes("-")) for (const code of plain.match(CODE) ?? []) list.push(clip(code))
  return list
}

type Stems = Map<string, string | readonly string[]>

/** The results are kept by language, because a common word occurs a hundred times before a rare one occurs once. */
const STEMS = new Map<string, Stems>()
const MAX_LANGUAGES = 12
const MAX_STEMS = 50_000

function stemsIn(language: string): Stems {
  const cached = STEMS.get(language)
  if (cached && cached.size < MAX_STEMS) return cached
  if (STEMS.size >= MAX_LANGUAGES) STEMS.clear()
  const fresh: Stems = new Map()
  STEMS.set(language, fresh)
  return fresh
}

/** Computes the stems of a word: nearly always one, none for a stop word, and several for a word with hyphens. */
function learn(stemsOfWords: Stems, word: string, language: string): string | readonly string[] {
  const small = stopWordsOf(language)
  const full = language === "fr" ? word.replace(ELISION, "") : word
  const isSmall = small?.has(full) || small?.has(full.replace(/'.*$/, "")) || KANA.test(full)
  const all = isSmall
    ? []
    : full
        .split("-")
        .filter((part) => part && !small?.has(part))
        .map((part) => clip(stemOf(part, language)))
        .filter(Boolean)
  const own = all.length === 1 && all[0] !== undefined ? all[0] : all
  if (word.length <= MAX_WORD) stemsOfWords.set(word, own)
  return own
}

/**
 * Stems a word. English uses Snowball's stemmer. The other languages use light stemmers, which tolerate missing accents
 * and rank as well.
 */
function stemOf(word: string, language: string): string {
  return language === "en" ? stemmer(withoutAccents(word.replace(/['-]s$/, ""))) : stem(word, language)
}

/** Returns each stem with the word as it was written, which "I looked for" shows. */
export function surfaceOf(text: string, language: string | null): Map<string, string> {
  const surface = new Map<string, string>()
  for (const { text: word } of words(text))
    for (const stem of stems(word, language)) if (!surface.has(stem)) surface.set(stem, word)
  return surface
}

/** Matches Japanese particles and endings. Words with content are written in kanji and katakana. */
const KANA = /^[\p{Script=Hiragana}ー]{1,3}$/u
/** Matches the French l', d', qu', after which the word itself begins. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L}{2})/u

/**
 * Matches letters and digits joined by hyphens, with at least one digit: order numbers, part numbers and error codes.
 */
const CODE =
  /(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}-]{0,40}\d)[\p{L}\p{N}]{1,30}(?:-[\p{L}\p{N}]{1,30}){1,6}(?![\p{L}\p{N}-])/gu

/** An index row holds 2,700 bytes in PostgreSQL, and nobody searches for a word with more characters than this. */
const MAX_WORD = 60
const clip = (word: string) => (word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word)

/** In these languages, people leave out accents when they write in a hurry. (In German, "ware" isn't "wäre".) */
const ACCENTS_LEFT_OUT = ["fr", "es", "pt"]
const stopWords = new Map<string, ReadonlySet<string>>()

/**
 * Returns the words that say nothing about what is searched for: `lexicon/<language>/search/small-words.txt`. A
 * language without such a list gets the English one.
 */
function stopWordsOf(language: string): ReadonlySet<string> {
  const cached = stopWords.get(language)
  if (cached) return cached
  const words = entriesOf(LISTS, isLanguage(language) ? language : "en", "small-words")
  const stopWordsOfLanguage = new Set(
    ACCENTS_LEFT_OUT.includes(language) ? [...words, ...words.map(withoutAccents)] : words
  )
  stopWords.set(language, stopWordsOfLanguage)
  return stopWordsOfLanguage
}
