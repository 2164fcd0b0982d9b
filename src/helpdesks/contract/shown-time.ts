import { PageChanged } from "./adapter.ts"
import { withLatinDigits } from "./time-words.ts"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { LISTS } from "replywright/lexicon/interface"
import { escapeRegExp } from "../../text/escape-reg-exp.ts"
import { baseLanguage, knownTag } from "./page-language.ts"

/** Returns a time as ISO 8601 in UTC, without milliseconds when there are none. @throws PageChanged */
export function isoTime(time: string | number): string {
  const ms = typeof time === "number" ? time : Date.parse(time)
  if (!Number.isFinite(ms)) throw new PageChanged("time")
  return new Date(ms).toISOString().replace(".000Z", "Z")
}

/**
 * Returns "HH:MM" for the time of day in a text such as "06:46 PM", by the clock of the agent's computer, or undefined
 * when there is none.
 * @param language of the page
 */
export function timeOfDay(shown: string, language: string): string | undefined {
  const text = withLatinDigits(shown)
  const [clock = "", hour, minute] = /(\d{1,2}):(\d\d)(?::\d\d)?/.exec(text) ?? []
  if (hour === undefined) return undefined
  const at = text.indexOf(clock)
  const half = halfOfDay(text.slice(0, at), text.slice(at + clock.length), language)
  return `${String(hourOfDay(Number(hour), half)).padStart(2, "0")}:${minute}`
}

/** Which half of the day a time is of, and how many characters behind the time say so. */
interface HalfOfDay {
  isAfternoon: boolean
  length: number
}

/**
 * Returns what stands before or behind a time of day and says whether it is after noon. It returns undefined if nothing
 * says which half of the day it is.
 * @param language of the page
 */
export function halfOfDay(before: string, behind: string, language: string): HalfOfDay | undefined {
  const [latin, letter] = /^\s*([ap])\.?\s?m\b\.?/i.exec(behind) ?? []
  if (latin !== undefined) return { isAfternoon: /p/i.test(letter ?? ""), length: latin.length }
  const { halves, atEnd, atStart } = wordsIn(language)
  const [left] = atEnd.exec(before.slice(-MAX_WORD)) ?? []
  const inFront = left === undefined ? undefined : halves.get(lettersOf(left))
  if (inFront !== undefined) return { isAfternoon: inFront, length: 0 }
  const [right] = atStart.exec(behind.slice(0, MAX_WORD)) ?? []
  const following = right === undefined ? undefined : halves.get(lettersOf(right))
  return right === undefined || following === undefined ? undefined : { isAfternoon: following, length: right.length }
}

/** Returns the hour of 24. One after twelve is none of half a day, whatever is written beside it. */
export const hourOfDay = (hour: number, half: HalfOfDay | undefined): number =>
  half === undefined || hour > 12 ? hour : (hour % 12) + (half.isAfternoon ? 12 : 0)

interface HalfWords {
  /** Whether a word is the afternoon's, by its letters alone. */
  halves: ReadonlyMap<string, boolean>
  /** Finds a word at the end of what stands before a time. */
  atEnd: RegExp
  /** Finds a word at the beginning of what stands behind a time. */
  atStart: RegExp
}

/** Pages write the words of these languages beside times in other languages, too, and without a space. */
const EASTERN = ["ja", "ko", "zh"]

/** The longest word with what is between its letters, in characters. A message may stand before its time. */
const MAX_WORD = 60

/** Dots, spaces, quotes and invisible marks, which pages write in these words each in its own way. */
const MARKS = /[\s\p{Cf}.'"\u2018-\u201f\u2032\u2033\u02bc\u05f3\u05f4\u00b4\u0060-]/gu
const BETWEEN = MARKS.source
const lettersOf = (word: string) => word.toLowerCase().replace(MARKS, "")

/** Patterns are slow to make, and a page has as many times as messages. */
const cache = new Map<string, HalfWords>()

function wordsIn(language: string): HalfWords {
  const words = cache.get(language) ?? makeWords(language)
  cache.set(language, words)
  return words
}

function makeWords(language: string): HalfWords {
  const listed = listedWords(baseLanguage(language))
  const own = [...wordsOfBrowser(language), ...listed]
  const eastern = EASTERN.flatMap(listedWords)
  const pattern = (words: readonly (readonly [string, boolean])[]) =>
    [...new Set(words.map(([word]) => word))]
      .sort((a, b) => b.length - a.length)
      .map((word) => [...word].map(escapeRegExp).join(`${BETWEEN}*`))
      .join("|")
  // Some say something else before a time: "am" in Welsh, and the letter of the Christian era in Arabic.
  const before = listed.filter(([word]) => word.length > 1)
  return {
    // The page's own language comes last and so counts.
    halves: new Map([...eastern, ...own]),
    atEnd: new RegExp(
      `(?:${pattern(eastern)}${before.length > 0 ? `|(?<![\\p{L}\\p{M}])(?:${pattern(before)})` : ""})${BETWEEN}*$`,
      "iu"
    ),
    atStart: new RegExp(`^${BETWEEN}*(?:${pattern([...own, ...eastern])})(?![\\p{L}\\p{M}])\\.?`, "iu")
  }
}

function listedWords(language: string): [word: string, isAfternoon: boolean][] {
  return (["morning", "afternoon"] as const).flatMap((list) =>
    (optionalEntriesOf(LISTS, language, list) ?? []).map((word): [string, boolean] => [
      lettersOf(word),
      list === "afternoon"
    ])
  )
}

function wordsOfBrowser(language: string): [word: string, isAfternoon: boolean][] {
  const format = new Intl.DateTimeFormat(knownTag(language), { hour: "numeric", hour12: true })
  return [3, 15].map((hour) => {
    const parts = format.formatToParts(new Date(2026, 0, 15, hour))
    return [lettersOf(parts.find(({ type }) => type === "dayPeriod")?.value ?? ""), hour === 15]
  })
}
