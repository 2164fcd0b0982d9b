import { LISTS } from "replywright/lexicon/text"
import { entriesOf, languagesWith } from "../lexicon/lexicon.ts"
import { dateFacts } from "./dates.ts"
import { linkFacts } from "./links.ts"
import { JAPANESE_LETTERS } from "./language/is-japanese.ts"
import { numerals, parseDigits, plainWidth, type Numeral } from "./numerals.ts"
import { partPeriodFacts } from "./part-periods.ts"
import { remember } from "./memo/text-memory.ts"
import { CURRENCY_LETTERS, currencyBefore, unitAfter } from "./units.ts"

/** Something in a text that can be right or wrong: a figure, a date, a link or a name. Offsets count UTF-16 units. */
export interface Fact {
  kind: FactKind
  /**
   * Values are comparable within a kind and unit. Figures are numbers, names are in lower case, and `dates` and `links`
   * describe the others.
   */
  value: number | string
  /**
   * The unit is "EUR", "hour" (durations up to weeks), "month", "business-day", "MB" and so on, or "" if there is none.
   * For a link it is the host.
   */
  unit: string
  start: number
  end: number
  /** The fact as it stands in the text. */
  text: string
}

export type FactKind =
  | "number"
  | "money"
  | "percent"
  | "duration"
  | "date"
  | "weekday"
  | "time"
  | "link"
  | "email"
  | "name"
  | "code"
  | "ordinal"

/**
 * Returns the facts of a text in order and without overlaps. It knows the figures, units, months and weekdays of the
 * six languages, and names in English only (capitals inside a sentence). Placeholders and blanks contain no facts. It
 * runs in linear time.
 */
export const facts: (text: string, language?: string | null) => readonly Fact[] = remember(300, readFacts)

function readFacts(text: string, language: string | null | undefined): readonly Fact[] {
  const plain = plainWidth(
    text.replace(/\[\[[^[\]\n]{1,120}\]\]|\[[A-Z]+_\d+\]/g, (hidden) => " ".repeat(hidden.length))
  )
  const sure = inOrder([...linkFacts(plain), ...dateFacts(plain), ...partPeriodFacts(plain)])
  const foreign = FOREIGN_NUMBERS.get(language ?? "")
  const figures = numerals(plain).filter(
    ({ start, end }) => !overlaps(sure, start, end) && !foreign?.has(plain.slice(start, end).toLowerCase())
  )
  const rest = [
    ...codes(plain),
    ...ordinals(plain),
    ...typed(plain, figures),
    ...(language === "en" || !language ? nameFacts(plain) : [])
  ]
  const noNumbers = NO_NUMBERS.get(language ?? "")
  return inOrder([...sure, ...rest])
    .map((fact) => ({ ...fact, text: text.slice(fact.start, fact.end) }))
    .filter((fact) => !isBare(fact) || !noNumbers?.has(fact.text.toLowerCase()))
}

const wordsByLanguage = (list: string): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(languagesWith(LISTS, list).map((language) => [language, new Set(entriesOf(LISTS, language, list))]))
/** Words that are no numbers in a language without a unit. */
const NO_NUMBERS = wordsByLanguage("no-numbers")
/** Words that are numbers in another language alone. */
const FOREIGN_NUMBERS = wordsByLanguage("foreign-numbers")

/**
 * Returns whether two facts say the same. Dates agree if nothing that both state differs. A bare number agrees with any
 * figure of its value.
 */
export function sameFact(a: Fact, b: Fact): boolean {
  if (a.kind === "date" && b.kind === "date") {
    return String(a.value)
      .split("|")
      .some((one) =>
        String(b.value)
          .split("|")
          .some((other) => sameDate(one, other))
      )
  }
  if (typeof a.value === "number" && typeof b.value === "number") {
    const near = Math.abs(a.value - b.value) <= 1e-6 * Math.max(1, Math.abs(a.value))
    if (near && a.kind === b.kind && a.unit === b.unit) return true
    return (isBare(a) || isBare(b)) && digitsOf(a) === digitsOf(b)
  }
  return a.kind === b.kind && a.value === b.value
}

/**
 * Returns whether two facts can be compared: they have the same kind and unit, or the same figure with another unit of
 * that kind.
 */
export function comparable(a: Fact, b: Fact): boolean {
  if (a.kind !== b.kind) return false
  if (a.kind === "date")
    return /^(?:\d{4}|-)-\d\d-\d\d/.test(String(a.value)) === /^(?:\d{4}|-)-\d\d-\d\d/.test(String(b.value))
  return a.unit === b.unit || (a.unit !== "" && b.unit !== "" && digitsOf(a) === digitsOf(b))
}

const isBare = (fact: Fact) => fact.kind === "number" && fact.unit === ""
/** Returns the figure as written, whatever its unit. It is read once for each fact. */
function digitsOf(fact: Fact): string {
  const known = digits.get(fact)
  if (known !== undefined) return known
  const read = numerals(plainWidth(fact.text))
    .map((numeral) => numeral.value)
    .join(" ")
  digits.set(fact, read)
  return read
}
const digits = new WeakMap<Fact, string>()

function sameDate(a: string, b: string): boolean {
  const [yearA, monthA, dayA] = parts(a)
  const [yearB, monthB, dayB] = parts(b)
  const agree = (x: string | undefined, y: string | undefined) => !x || !y || x === y
  return agree(yearA, yearB) && monthA === monthB && agree(dayA, dayB)
}

/** Returns whether a date is of the day of a month that an ordinal names: "20 March" and "the 20th". */
export const isDayOf = (date: Fact, ordinal: Fact): boolean =>
  date.kind === "date" &&
  String(date.value)
    .split("|")
    .some((one) => Number(parts(one)[2]) === ordinal.value)

const parts = (date: string) => (date.startsWith("--") ? ["", ...date.slice(2).split("-")] : date.split("-"))

/** Finds figures with what they count. In "3 to 5 days", both figures get the unit. */
function typed(text: string, figures: Numeral[]): Fact[] {
  const all: Fact[] = []
  for (const [i, numeral] of figures.entries()) {
    const { start, end, value } = numeral
    const before = currencyBefore(text, start)
    const next = figures[i + 1]
    const ranged = next && RANGE.test(text.slice(end, beforeCurrency(text, next.start))) ? next.end : undefined
    const scale = next && ranged !== undefined ? sharedScale(text, numeral, next) : 1
    const after = unitAfter(text, end) ?? (ranged === undefined ? undefined : unitAfter(text, ranged))
    const unit = before ?? after
    if (unit) {
      const own = !before && ranged !== undefined && !unitAfter(text, end) ? end : before ? end : end + unit.length
      all.push({
        kind: unit.kind,
        value: value * scale * unit.factor,
        unit: unit.unit,
        start: before ? start - unit.length : start,
        end: own,
        text: ""
      })
    } else if (!numeral.article) {
      const isCode = end - start >= 5 && /^\d+$/.test(text.slice(start, end))
      all.push({
        kind: isCode ? "code" : "number",
        value: isCode ? text.slice(start, end) : value * scale,
        unit: "",
        start,
        end,
        text: ""
      })
    }
  }
  return all
}

/** In "$2 to $3 million", the range is between the figures with their currencies. */
const beforeCurrency = (text: string, start: number) => start - (currencyBefore(text, start)?.length ?? 0)

/** In "2 to 3 million" and "2〜3万", both figures are millions or 万. */
function sharedScale(text: string, first: Numeral, last: Numeral): number {
  const digits = /^[\d.,]+/.exec(text.slice(last.start, last.end))?.[0]
  if (digits === undefined || !/^[\d.,]+$/.test(text.slice(first.start, first.end))) return 1
  const scale = last.value / parseDigits(digits)
  return scale > 1 && first.value * scale < last.value ? scale : 1
}

const RANGE = /^ ?(?:-|–|—|to|and|or|bis|und|oder|à|et|ou|a|y|o|e|〜|~|から|または) ?$/i

/**
 * Finds order numbers, versions and models: letters and digits together, or a long number after #. Japanese puts no
 * spaces between words, so its letters end a code. An amount ("EUR50") or a time ("PM3時") is none.
 */
function codes(text: string): Fact[] {
  return Array.from(text.matchAll(CODE), (match) => ({
    kind: "code" as const,
    value: match[0].replace(/^#/, "").toUpperCase(),
    unit: "",
    start: match.index,
    end: match.index + match[0].length,
    text: match[0]
  }))
}

const LETTER = `[[\\p{L}\\p{N}_]--[${JAPANESE_LETTERS}]]`
const NO_CODE = `(?:${CURRENCY_LETTERS}\\d+(?:-\\d+)?(?![A-Za-z\\d\\-])|[AP]M\\d{1,2}[:時])`
const MODEL = "(?=[A-Za-z\\-]{0,12}\\d)[A-Za-z]{1,12}-?\\d[A-Za-z0-9\\-]{1,30}"
const CODE = new RegExp(
  `(?<!${LETTER})(?!(?i:${NO_CODE}))(?:#\\d{2,20}|${MODEL}|\\d+(?:\\.\\d+){2,5})(?!${LETTER})`,
  "gv"
)

const ORDINALS = entriesOf(LISTS, "en", "ordinals")
const ORDINAL = new RegExp(
  `(?<![\\p{L}\\d])(?:(${ORDINALS.join("|")})|(\\d{1,3})(?:st|nd|rd|th|ère|er|e|º|ª))(?![\\p{L}\\d])`,
  "giu"
)

function ordinals(text: string): Fact[] {
  return Array.from(text.matchAll(ORDINAL), (match) => ({
    kind: "ordinal" as const,
    value: match[1] ? ORDINALS.indexOf(match[1].toLowerCase()) + 1 : Number(match[2]),
    unit: "",
    start: match.index,
    end: match.index + match[0].length,
    text: match[0]
  }))
}

/** Sorts facts. Of two that overlap, the earlier one stays, or the longer one if they begin together. */
function inOrder(found: Fact[]): Fact[] {
  const facts: Fact[] = []
  for (const fact of found.sort((a, b) => a.start - b.start || b.end - a.end))
    if (fact.start >= (facts.at(-1)?.end ?? 0)) facts.push(fact)
  return facts
}

/** Returns whether a span touches one of the sorted facts. */
function overlaps(sorted: Fact[], start: number, end: number): boolean {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return (sorted[low]?.start ?? Infinity) < end
}

/**
 * Finds English names: runs of capitalised words inside a sentence. It is cautious: the first words of a sentence,
 * line, quote or list, "I", weekdays and months don't count, and a text in capitals contains no names. Values are in
 * lower case.
 */
function nameFacts(text: string): Fact[] {
  const names: Fact[] = []
  for (const match of text.matchAll(RUN)) {
    const before = text.slice(Math.max(0, match.index - 3), match.index)
    if (match.index === 0 || !/[\p{Ll}\p{N},;)'’]\s$|[\p{Ll}\p{N}] [("]$/u.test(before)) continue
    if (SMALL.test(match[0])) continue
    names.push({
      kind: "name",
      value: match[0].toLowerCase().replace(/['’]s$/, ""),
      unit: "",
      start: match.index,
      end: match.index + match[0].length,
      text: match[0]
    })
  }
  return names
}

const RUN = /(?<![\p{L}\p{N}_'’-])\p{Lu}[\p{L}\p{N}'’]{1,40}(?:[ -]\p{Lu}[\p{L}\p{N}'’]{1,40}){0,4}/gu
const SMALL =
  /^(?:I['’]\p{L}+|OK|PM|AM|FAQs?|IDs?|PDFs?|URLs?|USB|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?|January|February|March|April|May|June|July|August|September|October|November|December)$/u
