import { createHunspellFromStrings } from "hunspell-wasm"
import type { SpellingLanguage } from "../../../ticket/rewrite.ts"

/**
 * Loads the dictionaries of a language when they are first needed, and keeps them in this thread. A word is right if
 * any of them has it, so "colour" and "color" both are.
 * @returns whether one of them has a word
 */
export function loadDictionaries(language: SpellingLanguage): Promise<(word: string) => boolean> {
  const there = loaded.get(language)
  if (there) return there
  const own = load(language)
  loaded.set(language, own)
  // What failed once is tried again at the next text.
  own.catch(() => loaded.delete(language))
  return own
}

const loaded = new Map<SpellingLanguage, Promise<(word: string) => boolean>>()

async function load(language: SpellingLanguage): Promise<(word: string) => boolean> {
  const all = await Promise.all(
    (await DICTIONARIES[language]()).map(({ default: { aff, dic } }) => {
      const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
      return createHunspellFromStrings(text(aff), text(dic))
    })
  )
  return (word) => all.some((one) => one.testSpelling(word))
}

/** German and Japanese have no dictionary whose licence lets this software ship it: see docs/decisions/0059. */
const DICTIONARIES: Record<SpellingLanguage, () => Promise<{ default: { aff: Uint8Array; dic: Uint8Array } }[]>> = {
  en: () => Promise.all([import("dictionary-en"), import("dictionary-en-gb")]),
  fr: () => Promise.all([import("dictionary-fr")]),
  es: () => Promise.all([import("dictionary-es"), import("dictionary-es-ar")]),
  pt: () => Promise.all([import("dictionary-pt"), import("dictionary-pt-pt")])
}
