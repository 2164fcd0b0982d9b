import { LISTS } from "replywright/lexicon/text"
import { alternativesOf, languagesWith, wordsOf } from "../lexicon/lexicon.ts"
import type { FactKind } from "./facts.ts"

/** A unit after a numeral, or a currency before it, which makes a typed fact of the number. */
export interface Unit {
  kind: FactKind
  /** A fact can be compared only with facts of the same unit. */
  unit: string
  /** The factor converts to the unit: 2 weeks are 14 x 24 hours. */
  factor: number
  length: number
}

/** Returns the unit that begins at `at`, before which one space or hyphen may stand, or undefined. */
export function unitAfter(text: string, at: number): Unit | undefined {
  const ahead = text.slice(at, at + 40)
  const skipped = BETWEEN.exec(ahead)?.[0].length ?? 0
  const rest = ahead.slice(skipped)
  for (const { pattern, kind, unit, factor } of AFTER) {
    const match = pattern.exec(rest)
    if (match) return { kind, unit, factor, length: skipped + match[0].length }
  }
  return undefined
}

const BETWEEN = new RegExp(`^[ \\t\\u00a0\\u202f-]?(?:(?:${[...wordsOf(LISTS, "more")].join("|")})[ -])?`, "i")

/** Returns the currency that ends at `at`, or undefined. `length` counts backwards. */
export function currencyBefore(text: string, at: number): Unit | undefined {
  const match = BEFORE.exec(text.slice(Math.max(0, at - 6), at))
  return match
    ? { kind: "money", unit: CURRENCIES[(match[1] ?? "").toUpperCase()] ?? "", factor: 1, length: match[0].length }
    : undefined
}

const CURRENCIES: Record<string, string> = {
  $: "USD",
  US$: "USD",
  USD: "USD",
  "€": "EUR",
  EUR: "EUR",
  "£": "GBP",
  GBP: "GBP",
  "¥": "JPY",
  JPY: "JPY",
  R$: "BRL",
  BRL: "BRL",
  CHF: "CHF",
  "₹": "INR",
  CAD: "CAD",
  AUD: "AUD",
  MXN: "MXN"
}
/** A pattern for currencies in letters. */
export const CURRENCY_LETTERS = "\\b(?:USD|EUR|GBP|JPY|BRL|CHF|CAD|AUD|MXN)"
const BEFORE = new RegExp(`(US\\$|R\\$|[$€£¥₹]|${CURRENCY_LETTERS})[ \\u00a0\\u202f]?$`, "i")

const JAPANESE = "[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]"
const WORDS = alternativesOf(
  LISTS,
  "units",
  languagesWith(LISTS, "units").filter((language) => language !== "ja")
)
const JAPANESE_WORDS = alternativesOf(LISTS, "units", ["ja"])

/** A row of the table of units: what it counts, the fact's kind and unit, the factor, and a sign that needs no end. */
type Row = readonly [name: string, kind: FactKind, unit: string, factor: number, sign?: string]

function patternOf([name, , , , sign]: Row): RegExp {
  const [words, japanese] = [WORDS.get(name), JAPANESE_WORDS.get(name)]
  // In Japanese no space follows: "5MBを".
  const whole = words && `(?:${words})(?!(?!${JAPANESE})\\p{L})`
  return new RegExp(`^(?:${[sign, whole, japanese].filter((one) => one !== undefined).join("|")})`, "iu")
}

/** The first match counts. Business days come before days. */
const AFTER = (
  [
    ["percent", "percent", "%", 1, "%"],
    ["euro", "money", "EUR", 1, "€"],
    ["pound", "money", "GBP", 1, "£"],
    ["dollar", "money", "USD", 1, "\\$"],
    ["yen", "money", "JPY", 1],
    ["real", "money", "BRL", 1],
    ["franc", "money", "CHF", 1],
    ["business-day", "duration", "business-day", 1],
    ["second", "duration", "hour", 1 / 3600],
    ["minute", "duration", "hour", 1 / 60],
    ["hour", "duration", "hour", 1],
    ["day", "duration", "hour", 24],
    ["week", "duration", "hour", 168],
    ["fortnight", "duration", "hour", 336],
    ["month", "duration", "month", 1],
    ["year", "duration", "month", 12],
    ["kilobyte", "number", "MB", 1e-3],
    ["megabyte", "number", "MB", 1],
    ["gigabyte", "number", "MB", 1e3],
    ["terabyte", "number", "MB", 1e6],
    ["megabit", "number", "Mbit/s", 1],
    ["gigabit", "number", "Mbit/s", 1e3],
    ["kilogram", "number", "g", 1e3],
    ["gram", "number", "g", 1],
    ["pound-weight", "number", "lb", 1],
    ["cubic-metre", "number", "m³", 1],
    ["cubic-centimetre", "number", "m³", 1e-6],
    ["square-metre", "number", "m²", 1],
    ["square-millimetre", "number", "m²", 1e-6],
    ["square-centimetre", "number", "m²", 1e-4],
    ["square-kilometre", "number", "m²", 1e6],
    ["kilometre", "number", "m", 1e3],
    ["centimetre", "number", "m", 1e-2],
    ["millimetre", "number", "m", 1e-3],
    ["metre", "number", "m", 1],
    ["millilitre", "number", "l", 1e-3],
    ["litre", "number", "l", 1],
    ["gigahertz", "number", "MHz", 1e3],
    ["megahertz", "number", "MHz", 1],
    ["kilowatt-hour", "number", "kWh", 1],
    ["watt", "number", "W", 1],
    ["volt", "number", "V", 1],
    ["milliampere-hour", "number", "mAh", 1],
    ["celsius", "number", "°C", 1],
    ["fahrenheit", "number", "°F", 1],
    ["millibar", "number", "bar", 1e-3],
    ["bar", "number", "bar", 1],
    ["psi", "number", "psi", 1],
    ["hertz", "number", "MHz", 1e-6],
    ["kilohertz", "number", "MHz", 1e-3],
    ["inch", "number", "inch", 1],
    ["yuan", "money", "CNY", 1],
    ["peso", "money", "peso", 1],
    ["times", "number", "times", 1]
  ] satisfies Row[]
).map((row: Row) => ({ pattern: patternOf(row), kind: row[1], unit: row[2], factor: row[3] }))
