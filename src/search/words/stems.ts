import { stemmer } from "@orama/stemmers/english"
import { withoutAccents } from "../../text/words/accents.ts"
import { stem } from "../../text/words/stem.ts"
import { plainWords, words } from "../../text/words/words.ts"
import { stopWordsOf } from "./stop-words.ts"

/**
 * The words that search goes by: lower case, without the small ones, cut down to their stem; figures stay, and codes
 * such as "LL-48213" are kept whole as well, after the rest. Import and query must cut alike, so both call this and
 * nothing else.
 * @param language ISO 639-1, or null
 */
export function stems(text: string, language: string | null): string[] {
  const plain = text.normalize("NFKC").toLowerCase().replace(/’/g, "'")
  const known = knownIn(language ?? "en")
  const found: string[] = []
  for (const word of plainWords(plain)) {
    const own = known.get(word) ?? learn(known, word, language ?? "en")
    if (typeof own === "string") found.push(own)
    else found.push(...own)
  }
  if (plain.includes("-")) for (const code of plain.match(CODE) ?? []) found.push(clip(code))
  return found
}

type Stems = Map<string, string | readonly string[]>

/** By language. A word comes again a hundred times before a rare one comes once. */
const KNOWN = new Map<string, Stems>()
const MOST_LANGUAGES = 12
const MOST_STEMS = 50_000

function knownIn(language: string): Stems {
  const there = KNOWN.get(language)
  if (there && there.size < MOST_STEMS) return there
  if (KNOWN.size >= MOST_LANGUAGES) KNOWN.clear()
  const fresh: Stems = new Map()
  KNOWN.set(language, fresh)
  return fresh
}

/** What a word is cut down to: one stem nearly always, none of a small one, several of one with hyphens. */
function learn(known: Stems, word: string, language: string): string | readonly string[] {
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
  if (word.length <= LONGEST_WORD) known.set(word, own)
  return own
}

/** Snowball's stems of English; of the others the light ones, which don't mind missing accents and rank as well. */
function stemOf(word: string, language: string): string {
  return language === "en" ? stemmer(withoutAccents(word.replace(/['-]s$/, ""))) : stem(word, language)
}

/** Each stem with the word as it was written: what "I looked for" shows. */
export function surfaceOf(text: string, language: string | null): Map<string, string> {
  const surface = new Map<string, string>()
  for (const { text: word } of words(text))
    for (const stem of stems(word, language)) if (!surface.has(stem)) surface.set(stem, word)
  return surface
}

/** Particles and endings of Japanese; its matter is written in kanji and katakana. */
const KANA = /^[\p{Script=Hiragana}ー]{1,3}$/u
/** French l', d', qu': what stands behind is the word. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'(?=\p{L}{2})/u

/** Letters and figures joined by hyphens, with a figure among them: order numbers, part numbers, error codes. */
const CODE =
  /(?<![\p{L}\p{N}-])(?=[\p{L}\p{N}-]{0,40}\d)[\p{L}\p{N}]{1,30}(?:-[\p{L}\p{N}]{1,30}){1,6}(?![\p{L}\p{N}-])/gu

/** A row of an index holds 2,700 bytes in PostgreSQL; nobody searches for a word of more than these characters. */
const LONGEST_WORD = 60
const clip = (word: string) => (word.length > LONGEST_WORD ? word.slice(0, LONGEST_WORD) : word)
