import { isOtherLanguage } from "../../../text/language.ts"
import { linkFacts } from "../../../text/links.ts"
import { sentences } from "../../../text/sentences.ts"
import type { Span } from "../../../ticket/evidence-pair.ts"
import type { SpellingLanguage } from "../../../ticket/rewrite.ts"
import { nearestWord } from "./nearest-word.ts"
import { createHunspellFromStrings } from "hunspell-wasm"

/** A text whose spelling is to be corrected. */
export interface SpelledText {
  text: string
  language: SpellingLanguage
  /** Words and names that stay as they are, in any case: the team's, and those of the ticket and its sources. */
  keep: readonly string[]
}

/**
 * Corrects the words that are certainly misspelt, and leaves everything else as it is: placeholders, blanks, links,
 * codes, figures, words in quotation marks, names, words with a capital inside or in two alphabets, sentences in
 * another language. A text with very many unknown words comes back unchanged, because it probably is in no language
 * that the dictionaries know.
 */
export async function correctSpelling({ text, language, keep }: SpelledText): Promise<string> {
  const isWord = await loadDictionaries(language)
  const kept = new Set(keep.flatMap((entry) => [entry, ...entry.split(/\s+/u)]).map(plain))
  const unknown = new Map<string, string | undefined>()
  let left = text
  for (const { start, end, text: written, isFirst } of wordsToCheck(text, language).reverse()) {
    const word = plain(written)
    const isCapital = word !== written.replace(/’/gu, "'")
    // Only at the beginning of a sentence a capital is no name.
    if ((isCapital && !isFirst) || kept.has(word) || isWord(word) || isWord(written)) continue
    if (!unknown.has(word)) unknown.set(word, nearestWord(word, language, isWord))
    if (unknown.size > MAX_UNKNOWN) return text
    const meant = unknown.get(word)
    if (meant === undefined) continue
    const cased = isCapital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant
    left = left.slice(0, start) + (text.includes("’") ? cased.replace(/'/gu, "’") : cased) + left.slice(end)
  }
  return left
}

/** So many unknown words of one text are looked up, at some 50 ms each. */
const MAX_UNKNOWN = 60

const plain = (word: string): string => word.normalize("NFC").replace(/’/gu, "'").toLowerCase()

interface CheckedWord extends Span {
  text: string
  /** It begins a sentence. */
  isFirst: boolean
}

function wordsToCheck(text: string, language: SpellingLanguage): CheckedWord[] {
  const apart = [
    ...linkFacts(text),
    ...[...text.matchAll(APART)].map(({ index, 0: { length } }) => spanAt(index, length))
  ]
  return sentences(text, language).flatMap((sentence) => {
    if (isOtherLanguage(sentence.text, language)) return []
    const found = [...sentence.text.matchAll(WORD)].map(({ index, 0: word }): CheckedWord => {
      // "l'adresse" is two words.
      const elided =
        language === "fr" ? (/^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\p{L})/iu.exec(word)?.[0] ?? "") : ""
      const start = sentence.start + index + elided.length
      const isFirst = elided === "" && !/\p{L}/u.test(sentence.text.slice(0, index))
      return { ...spanAt(start, word.length - elided.length), text: word.slice(elided.length), isFirst }
    })
    return found.filter(
      (word) =>
        !/\p{Lu}/u.test(word.text.slice(1)) && !apart.some(({ start, end }) => start < word.end && word.start < end)
    )
  })
}

const spanAt = (start: number, length: number): Span => ({ start, end: start + length })

/** Placeholders, blanks, what is quoted, and runs that hold more than letters, such as codes, paths and compounds. */
const APART =
  /\[\[[^[\]]*\]\]|\[[A-Z][A-Z_]*_\d+\]|["“„«][^"“”„«»\n]{1,80}["”“»]|`[^`\n]+`|(?<![^\s()[\]])[^\s()[\]]*[\d_@/\\#&=+*<>{}|~^$%-][^\s()[\]]*|(?<![\p{L}\d])\p{L}[\p{L}\d]*(?:\.\p{L}[\p{L}\d]*)+/gu

/** A word of Latin letters alone, with apostrophes inside. */
const WORD =
  /(?<![\p{L}\p{M}\p{N}])\p{Script=Latin}[\p{Script=Latin}\p{M}]*(?:['’][\p{Script=Latin}\p{M}]+)*(?![\p{L}\p{M}\p{N}])/gu

/**
 * Loads the dictionaries of a language when they are first needed, and keeps them in this thread. A word is right if
 * any of them has it, so "colour" and "color" both are.
 * @returns whether one of them has a word
 */
function loadDictionaries(language: SpellingLanguage): Promise<(word: string) => boolean> {
  const cached = dictionaries.get(language)
  if (cached) return cached
  const dictionary = load(language)
  dictionaries.set(language, dictionary)
  // What failed once is tried again at the next text.
  dictionary.catch(() => dictionaries.delete(language))
  return dictionary
}

const dictionaries = new Map<SpellingLanguage, Promise<(word: string) => boolean>>()

async function load(language: SpellingLanguage): Promise<(word: string) => boolean> {
  const spellers = await Promise.all(
    (await DICTIONARIES[language]()).map(({ default: { aff, dic } }) => {
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
      return createHunspellFromStrings(text(aff), text(dic))
    })
  )
  return (word) => spellers.some((speller) => speller.testSpelling(word))
}

/** German and Japanese have no dictionary whose licence lets this software ship it: see docs/decisions/0059. */
const DICTIONARIES: Record<SpellingLanguage, () => Promise<{ default: { aff: Uint8Array; dic: Uint8Array } }[]>> = {
  en: () => Promise.all([import("dictionary-en"), import("dictionary-en-gb")]),
  fr: () => Promise.all([import("dictionary-fr")]),
  es: () => Promise.all([import("dictionary-es"), import("dictionary-es-ar")]),
  pt: () => Promise.all([import("dictionary-pt"), import("dictionary-pt-pt")])
}
