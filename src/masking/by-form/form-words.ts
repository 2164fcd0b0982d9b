// Words that show where a name stands in languages without lists of ordinary words. A text may mix languages, and related
// languages are easily confused, so the words of all languages count together.

import { LISTS } from "../../lexicon/groups/names.ts"
import { languagesWith, entriesOf, wordsOf } from "../../lexicon/lexicon.ts"
import { LISTED } from "../names/knowledge.ts"
import type { Token } from "../names/tokens.ts"

/** Phrases of one word or more, found by their last word. */
export class Phrases {
  readonly #byLast = new Map<string, string[][]>()

  constructor(list: string) {
    for (const entry of wordsOf(LISTS, list)) {
      const words = entry.split(/[ .-]+/).filter((word) => word !== "")
      const last = words.pop()
      if (last === undefined) continue
      const phrases = this.#byLast.get(last)
      if (phrases) phrases.push(words)
      else this.#byLast.set(last, [words])
    }
  }

  /** Returns the number of words of the longest phrase that ends with token i, or 0. */
  endingAt(tokens: readonly Token[], i: number): number {
    let longest = 0
    for (const words of this.#byLast.get(tokens[i]?.low ?? "") ?? [])
      if (words.length >= longest && words.every((word, k) => tokens[i - words.length + k]?.low === word))
        longest = words.length + 1
    return longest
  }
}

/** Forms of address, titles and professions: "mevrouw", "pan", "dr". */
export const HONORIFICS = new Phrases("honorifics")
/** The same behind a name: "bey", "úr". */
export const HONORIFICS_BEHIND = wordsOf(LISTS, "honorifics-behind")
/** What people are to each other: "zus", "syn", "anne". */
export const KIN = wordsOf(LISTS, "kin")
/** Only a name follows: "mijn naam is", "jeg heter", "nazywam się". */
export const NAMES_FOLLOW = new Phrases("names-follow")
/** A name or another word follows: "ik ben", "sono", "z tej strony". */
export const INTRODUCTIONS = new Phrases("introductions")
/** "vagyok", "hier". */
export const INTRODUCTIONS_BEHIND = wordsOf(LISTS, "introductions-behind")
export const OPENINGS = new Phrases("openings")
export const SIGN_OFFS = new Phrases("sign-offs")
/** "klantenservice", "ragazzi". */
export const ADDRESSEES = wordsOf(LISTS, "addressees")
export const CALENDAR = wordsOf(LISTS, "calendar")
/** "Lei", "Państwo", "Ön". */
export const POLITE = wordsOf(LISTS, "polite")
export const CONJUNCTIONS = wordsOf(LISTS, "conjunctions")
/** Articles and pointing words of the languages without lists of ordinary words. */
export const DETERMINERS: ReadonlySet<string> = new Set(
  languagesWith(LISTS, "determiners")
    .filter((language) => !LISTED.some((listed) => listed === language))
    .flatMap((language) => entriesOf(LISTS, language, "determiners"))
)
