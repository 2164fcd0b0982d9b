import { LISTS } from "replywright/lexicon/names"
import { languagesWith, optionalEntriesOf, wordsOf } from "../../../lexicon/lexicon.ts"
import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import { byLanguageBit, LISTED, type ListedLanguage } from "../../names/knowledge.ts"
import { STOP_WORDS } from "../../../text/words/words.ts"
import { LINKS, PLACE_CUES, TITLES } from "../../names/name-cue-words.ts"

// The words of the pieces of an address, from the lists of all languages.

/** Words with a number or a name behind them. */
const UNIT_LISTS = ["units", "place-units", "parts", "settlement-starts", "boxes"]
export const UNITS = byLanguageBit((language) => partsOf(language, UNIT_LISTS))
/** Those of the languages without a list of ordinary words. Their texts are easily taken for another's. */
export const OTHER_PARTS: ReadonlySet<string> = new Set(
  languagesWith(LISTS, "house-parts")
    .filter((language) => !LISTED.some((listed) => listed === language))
    .flatMap((language) => [...(optionalEntriesOf(LISTS, language, "house-parts") ?? [])])
)
/** Words for parts of a house, a street or a settlement, by the bit of the language. */
export const PARTS = byLanguageBit((language) => [
  ...partsOf(language, [...UNIT_LISTS, "house-parts", "door-words"]),
  ...OTHER_PARTS
])

/** Returns the words of the lists, and of their longer entries those that aren't small words. */
function partsOf(language: ListedLanguage, lists: readonly string[]): string[] {
  const entries = lists.flatMap((list) => optionalEntriesOf(LISTS, language, list) ?? [])
  const words = entries.flatMap((entry) => {
    const pieces = entry.match(/[\p{L}\p{N}]+/gu) ?? []
    return pieces.length > 1 || entry.length < 3 ? pieces.filter((word) => !STOP_WORDS[language]?.has(word)) : pieces
  })
  return words.filter((word) => !LINKS.has(word))
}

/** Words right before an address. */
export const LEADS: ReadonlySet<string> = new Set([
  ...PLACE_CUES,
  ...wordsOf(LISTS, "address-leads"),
  ...[...wordsOf(LISTS, "house-cues")].map((words) => words.split(" ").at(-1) ?? words)
])
export const BESIDE = new RegExp(
  `(?:${[...wordsOf(LISTS, "beside")]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join("|")})\\.? (?:[\\p{L}’'-]{1,20} ){0,4}[\\p{L}’'-]{2,20}(?=[,.;)\\n]|$| [–-] )`,
  "iuy"
)
export const STREET_FIRSTS = wordsOf(LISTS, "street-firsts")
const LONGEST_CARE = 48
const CARES = [...wordsOf(LISTS, "care-of")]
const NAME = "[\\p{L}’'.-]{1,20}"
const CAPITALS = "(?:\\p{Lu}[\\p{L}’'.-]{0,20} ){0,3}\\p{Lu}[\\p{L}’'-]{1,20}"
const careWords = (words: readonly string[]) => `(?:${words.map(escapeRegExp).join("|")})`
const TITLE = `(?:(?:${[...TITLES].join("|")})\\.? )?`
/** Matches who lives there, before the address. After "c/o" the name may be in lower case. */
const CARE_OF = new RegExp(
  `(?:^|[\\s,(:])(${careWords(CARES)}\\.? ${TITLE}${CAPITALS},? |` +
    `${careWords(CARES.filter((words) => words.includes("/")))} (?:${NAME} ){0,3}${NAME}, )$`,
  "u"
)

/** Returns the length of "c/o Anna Berg, " and the like at the end of a text. */
export const careOfBefore = (before: string): number => CARE_OF.exec(before.slice(-LONGEST_CARE))?.[1]?.length ?? 0

/** What a word can be in an address. */
export type Kind = "number" | "part" | "name" | "link" | undefined

/** Words in a row that can all stand in an address. */
export interface Piece {
  from: number
  to: number
  /** Nothing else stands in its clause. */
  whole: boolean
  numbers: number
  parts: number
  names: number
  /** Its names include one that is no ordinary word. */
  distinct: boolean
}

/** How far an address extends to one side, and what it takes in there. */
export interface Reach {
  at: number
  parts: number
  numbers: number
}

/** How two pieces of an address are joined. */
export type Joint = "space" | "comma" | "line"
