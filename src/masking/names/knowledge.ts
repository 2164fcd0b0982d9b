import { hashOf } from "../../text/hash.ts"
import { stem } from "../../text/words/stem.ts"
import type { Bloom } from "../basis/bloom.ts"
import { STOP_WORDS } from "../../text/words/words.ts"
import * as lexis from "./name-cue-words.ts"

/** The languages with a list of ordinary words. The position of a language is its bit. */
export const LISTED = ["en", "de", "fr", "es", "pt"] as const

export type ListedLanguage = (typeof LISTED)[number]

const bitOf = (language: ListedLanguage): number => 1 << LISTED.indexOf(language)

export const ENGLISH = bitOf("en")
export const GERMAN = bitOf("de")
export const FRENCH = bitOf("fr")
export const SPANISH = bitOf("es")
export const PORTUGUESE = bitOf("pt")

/** Returns the words of each listed language by its bit. */
export const byLanguageBit = (
  wordsOf: (language: ListedLanguage) => Iterable<string>
): ReadonlyMap<number, ReadonlySet<string>> =>
  new Map(LISTED.map((language) => [bitOf(language), new Set(wordsOf(language))]))

/** The contents of the trained files. */
export interface Lists {
  /** The keys of ordinary words, by language. */
  ordinary: readonly Bloom[]
  given: Bloom
  family: Bloom
  /** Names of towns, also those of several words. */
  towns: Bloom
  /** Names of countries, regions and states. */
  countries: Bloom
  /** The log odds of three letters occurring in an ordinary word rather than in a name, in eighths, by hash. */
  letters: Int8Array
}

/** What is known of a word independent of its neighbours. */
export interface Known {
  /** The bits of LISTED for the languages in which it is an ordinary word. */
  ordinary: number
  /** The bits of LISTED for the languages in which it is a function word. */
  small: number
  /** The bits of CLASS. */
  classes: number
  /** From 0 (a name by its letters) to 8 (an ordinary word). */
  letters: number
  /** Of a long German word in no list, the parts that are words: the bits of PART. */
  parts: number
  /** The hash of a word in a list. All other words share one number. */
  id: number
  end3: number
  end2: number
  start3: number
  accented: boolean
}

export const CLASS = {
  given: 1,
  family: 2,
  town: 4,
  country: 8,
  nationality: 16,
  month: 32,
  weekday: 64,
  title: 128,
  relative: 256,
  nameLabel: 512,
  street: 1024,
  streetStart: 2048,
  unit: 4096,
  companyEnd: 8192,
  companyWord: 16384,
  brand: 32768,
  placeCue: 65536
} as const
/** Says which end of a compound is a word of the list: "Teleskop|prothese", "Feuer|stättenschau". */
export const PART = { head: 1, tail: 2 } as const
export const NAME_LIKE = CLASS.given | CLASS.family | CLASS.town | CLASS.country

/** Looks up words and remembers the results, because a text repeats its words. */
export class Knowledge {
  readonly #lists: Lists
  readonly #memory = new Map<string, Known>()
  /** Words that training hides from the lists of names, so that names in no list are learnt as well. */
  readonly #hidden: ((word: string) => boolean) | undefined
  /** The same for the lists of ordinary words, so that a word in no list is not learnt to be a name. */
  readonly #unlisted: ((word: string) => boolean) | undefined

  constructor(lists: Lists, hidden?: (word: string) => boolean, unlisted?: (word: string) => boolean) {
    this.#lists = lists
    this.#hidden = hidden
    this.#unlisted = unlisted
  }

  of(low: string): Known {
    const before = this.#memory.get(low)
    if (before) return before
    const known = this.#look(low)
    if (this.#memory.size > MOST_REMEMBERED) this.#memory.clear()
    this.#memory.set(low, known)
    return known
  }

  /** Returns the classes of two or three words in a row: "new york". */
  phrase(low: string): number {
    if (this.#hidden?.(low)) return 0
    return (this.#lists.towns.has(low) ? CLASS.town : 0) | (this.#lists.countries.has(low) ? CLASS.country : 0)
  }

  #look(low: string): Known {
    const word = low.replace(NEGATION, "").replace(CONTRACTION, "")
    const contracted = word !== low
    let ordinary = 0
    let small = 0
    LISTED.forEach((language, i) => {
      const isSmall = STOP_WORDS[language]?.has(word) === true || STOP_WORDS[language]?.has(low) === true
      if (isSmall) small |= 1 << i
      if (isSmall || (word.length > 1 && this.#isOrdinary(word, i))) ordinary |= 1 << i
    })
    if (small === 0 && this.#unlisted?.(word)) ordinary = 0
    const classes = contracted ? 0 : this.#classesOf(word)
    const listed = ordinary > 0 || classes > 0 || /^\d/.test(word)
    return {
      ordinary,
      small,
      classes,
      letters: this.#lettersOf(word),
      parts: ordinary === 0 ? this.#partsOf(word) : 0,
      id: listed ? hashOf(low) : UNLISTED,
      end3: hashOf(`$${word.slice(-3)}`),
      end2: hashOf(`&${word.slice(-2)}`),
      start3: hashOf(`^${word.slice(0, 3)}`),
      accented: NOT_ASCII.test(word)
    }
  }

  #isOrdinary(word: string, language: number): boolean {
    const words = this.#lists.ordinary[language]
    if (!words) return false
    return (
      words.has(ordinaryKey(word, LISTED[language])) ||
      (LISTED[language] === "de" && word.length > 8 && this.#isCompound(word, words))
    )
  }

  /**
   * Recognises compounds of two words of the list with the letters that German puts between them ("Zahlungsfrist",
   * "Rücksendeetikett") and words with a prefix ("Vorgespräch").
   */
  #isCompound(word: string, words: Bloom): boolean {
    const prefix = GERMAN_PREFIX.exec(word)?.[0]
    if (prefix && word.length - prefix.length > 4 && words.has(ordinaryKey(word.slice(prefix.length), "de")))
      return true
    for (let at = 4; at <= word.length - 4; at++) {
      if (!words.has(ordinaryKey(word.slice(0, at).replace(/(?<=.{4})s$/, ""), "de"))) continue
      if (words.has(ordinaryKey(word.slice(at), "de"))) return true
    }
    return false
  }

  /** Looks for the longest word of the German list at the beginning and the end of a word. */
  #partsOf(word: string): number {
    const words = this.#lists.ordinary[LISTED.indexOf("de")]
    if (!words || word.length < SHORTEST_COMPOUND) return 0
    let parts = 0
    for (let at = word.length - 3; at >= LEAST_PART && !(parts & PART.head); at--)
      if (words.has(ordinaryKey(word.slice(0, at), "de"))) parts |= PART.head
    for (let at = 3; at <= word.length - LEAST_PART && !(parts & PART.tail); at++)
      if (words.has(ordinaryKey(word.slice(at), "de"))) parts |= PART.tail
    return parts
  }

  #classesOf(word: string): number {
    let bits = 0
    for (const [kind, words] of CLOSED) if (words.has(word)) bits |= CLASS[kind]
    if (lexis.STREET_ENDS.test(word) && word.length > 5) bits |= CLASS.street
    if (this.#hidden?.(word)) return bits
    const { given, family, towns, countries } = this.#lists
    if (given.has(word) || lexis.NICKNAMES.has(word)) bits |= CLASS.given
    if (family.has(word)) bits |= CLASS.family
    if (towns.has(word)) bits |= CLASS.town
    if (countries.has(word)) bits |= CLASS.country
    return bits
  }

  #lettersOf(word: string): number {
    let sum = 0
    const trigrams = trigramsOf(word)
    for (const place of trigrams) sum += this.#lists.letters[place] ?? 0
    return Math.max(0, Math.min(8, Math.round(sum / 2 / trigrams.length) + 4))
  }
}

/** Returns what represents a word in the lists of ordinary words: the beginning of its stem. */
export function ordinaryKey(word: string, language: string | undefined): string {
  return stem(word, language).slice(0, 8)
}

/** Returns the places of a word's trigrams in the table of letters. */
export function trigramsOf(word: string): number[] {
  const marked = `^^${word}$`
  return Array.from({ length: marked.length - 2 }, (_, i) => hashOf(marked.slice(i, i + 3)) & (LETTERS - 1))
}

/** The number of entries in the table of letters. */
export const LETTERS = 1 << 15

const SHORTEST_COMPOUND = 8
/** The fewest letters of a part of a compound that says something. */
const LEAST_PART = 4
const MOST_REMEMBERED = 30_000
const UNLISTED = 12345
const CONTRACTION = /'(?:d|ve|re|ll|m|t|s)$/
const NEGATION = /(?<=^(?:is|are|was|were|do|does|did|has|have|had|would|could|should|must|need|wo|ca|ai))n't$/
const GERMAN_PREFIX =
  /^(?:ab|an|auf|aus|bei|durch|ein|ent|gegen|her|hin|mit|nach|neu|rück|über|um|un|unter|ver|vor|weg|weiter|wieder|zu|zurück|zwischen|zweit|erst|dritt|haupt|neben|sonder|einzel|gesamt)(?=\p{L})/u
const NOT_ASCII = /[^\x00-\x7f]/
const CLOSED = [
  ["month", lexis.MONTHS],
  ["weekday", lexis.WEEKDAYS],
  ["title", lexis.TITLES],
  ["relative", lexis.RELATIVES],
  ["nameLabel", lexis.NAME_LABELS],
  ["street", lexis.STREETS],
  ["streetStart", lexis.STREET_STARTS],
  ["unit", lexis.UNITS],
  ["nationality", lexis.NATIONALITIES],
  ["companyEnd", lexis.COMPANY_ENDS],
  ["companyWord", lexis.COMPANY_WORDS],
  ["brand", lexis.BRANDS],
  ["placeCue", lexis.PLACE_CUES]
] as const
