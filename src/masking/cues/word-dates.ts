import { LISTS } from "replywright/lexicon/cues"
import { LISTS as NAMES } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { foldCue, type CueText } from "./cue-text.ts"
import type { Value } from "./values.ts"

/**
 * Returns the date in words that begins with this word: "third of March nineteen eighty-one", "zweiten Mai
 * neunzehnhundertachtzig", "premier avril 1979". It needs a month, and a number in words.
 */
export function dateInWords(page: CueText, index: number): Value | undefined {
  let [end, hasMonth, hasNumber] = [-1, false, false]
  for (let i = index; i < index + MOST_WORDS; i++) {
    const word = page.folded(i)
    if (i > index && !/^(?:[ -]|, |\. )$/.test(page.gap(i - 1))) break
    if (!hasMonth && MONTHS.has(word)) hasMonth = true
    else if (isNumberWord(word)) hasNumber = true
    else if (LINKS.has(word) && i > index) continue
    else if (!/^\d{1,4}$/.test(word)) break
    end = i
  }
  const [first, last] = [page.words[index], page.words[end]]
  return hasMonth && hasNumber && first && last ? { start: first.start, end: last.end } : undefined
}

/**
 * Returns the day with a name of its own that begins with this word, with its year and what joins both: "Burns Night,
 * 1944", "día de Reyes de 1951", "Boxing Day".
 */
export function feastAt(page: CueText, index: number): Value | undefined {
  const length = feastLength(page, index)
  const [first, last] = [page.words[index], length > 0 ? page.words[index + length - 1] : undefined]
  if (!first || !last) return undefined
  YEAR_BEHIND.lastIndex = last.end
  if (YEAR_BEHIND.test(page.text)) return { start: first.start, end: YEAR_BEHIND.lastIndex }
  const worded = yearInWords(page, index + length)
  return { start: first.start, end: worded ?? last.end }
}

/** Returns the number of words of the day, with "the eve of" or "the day after" before it, or 0. */
function feastLength(page: CueText, index: number): number {
  const own = namedDayLength(page, index)
  if (own > 0 || !EVES.has(page.folded(index))) return own
  let from = index + 1
  while (from < index + MOST_BEFORE_DAY && (LINKS.has(page.folded(from)) || BEFORE_AFTER.has(page.folded(from)))) from++
  const length = namedDayLength(page, from)
  return length > 0 ? from - index + length : 0
}

/** Returns the number of words of the day's own name: "Burns Night", "Michaelmas Day", "Sankt Kilian". */
function namedDayLength(page: CueText, from: number): number {
  const rest = FEASTS.get(page.folded(from))?.find((words) =>
    words.every((word, k) => page.folded(from + k + 1) === word && /^[ .'’-]{1,3}$/.test(page.gap(from + k)))
  )
  if (rest) return rest.length + 1 + dayWords(page, from + rest.length + 1)
  // Any saint has a day.
  const isSaint = SAINTS.has(page.folded(from)) && /^\p{Lu}/u.test(page.text.slice(page.words[from + 1]?.start))
  return isSaint ? 2 + dayWords(page, from + 2) : 0
}

/** Returns the number of words that only say that a day is meant: "'s Day", "Night". */
function dayWords(page: CueText, from: number): number {
  const genitive = page.folded(from) === "s" && /^['’]$/.test(page.gap(from - 1)) ? 1 : 0
  return DAYS.has(page.folded(from + genitive)) && /^[ -]$/.test(page.gap(from + genitive - 1)) ? genitive + 1 : 0
}

/** Returns where a year in words ends: "of nineteen sixty-one", "neunzehnhundertachtzig". */
function yearInWords(page: CueText, from: number): number | undefined {
  let end: number | undefined
  for (let i = from; i < from + 8; i++) {
    if (!/^(?:[ -]|, )$/.test(page.gap(i - 1))) break
    if (isNumberWord(page.folded(i))) end = page.words[i]?.end
    else if (!LINKS.has(page.folded(i))) break
  }
  return end
}

/**
 * Returns a day, a month and a year that are all numbers in words: "vinte e três do onze de dois mil e quatorze". It
 * has three words or more and ends with a number.
 */
export function dateOfNumberWords(page: CueText, index: number): Value | undefined {
  let [end, count] = [-1, 0]
  for (let i = index; i < index + MOST_WORDS; i++) {
    if (i > index && !/^(?:[ -]|, )$/.test(page.gap(i - 1))) break
    if (isNumberWord(page.folded(i))) {
      count++
      end = i
    } else if (!LINKS.has(page.folded(i)) || i === index) break
  }
  const [first, last] = [page.words[index], page.words[end]]
  return count >= LEAST_NUMBER_WORDS && first && last ? { start: first.start, end: last.end } : undefined
}

const LEAST_NUMBER_WORDS = 3
/** "The day after the", "am Tag vor dem". */
const MOST_BEFORE_DAY = 5
const BEFORE_AFTER = wordsOf(LISTS, "before-day")
const DAYS = wordsOf(LISTS, "days")
const FEASTS = byFirstWord(wordsOf(LISTS, "feast-days"))
const EVES = wordsOf(LISTS, "eves")
const SAINTS = wordsOf(LISTS, "saints")
const YEAR_BEHIND =
  /(?:,? |,? (?:of|in|im|von|de|del|do|da|en|em|on|jahr|the year|anno) )?(?:(?<=[ ,])(?:19|20)\d\d|(?<=(?:del|de|do|von|of|en|em) )\d\d|['’]\d\d|(?<= )\d\d(?=[,.;)\n]|$))(?![\d%€])/iuy

function byFirstWord(phrases: ReadonlySet<string>): ReadonlyMap<string, readonly string[][]> {
  const map = new Map<string, string[][]>()
  for (const phrase of phrases) {
    const [first = "", ...rest] = phrase.split("_")
    map.set(first, [...(map.get(first) ?? []), rest])
  }
  for (const list of map.values()) list.sort((a, b) => b.length - a.length)
  return map
}

/** Says whether the word is a number in words, in lower case without accents. */
export const isNumberWord = (word: string): boolean => NUMBER.test(word)

const MOST_WORDS = 14
/**
 * The names of months. The calendars of languages without a list of months hold weekdays and feasts as well, beside
 * which a number is no date.
 */
export const MONTH_NAMES: readonly string[] = [...wordsOf(NAMES, "months"), ...wordsOf(NAMES, "calendar")]
const MONTHS: ReadonlySet<string> = new Set(MONTH_NAMES.map(foldCue))
const LINKS = wordsOf(LISTS, "date-links")
const NUMBER = new RegExp(`^(?:${[...wordsOf(LISTS, "number-parts")].sort((a, b) => b.length - a.length).join("|")})+$`)
