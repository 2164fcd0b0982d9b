import { facts, type Fact } from "../../text/facts.ts"
import { months } from "../../text/dates.ts"
import { isLanguage } from "../../text/languages.ts"
import { listedPatterns, type ListedPattern } from "./listed-patterns.ts"

/**
 * Returns further readings of a text's figures: what its words may say as figures ("a week" may be "7 days", "half" may
 * be "50 %"), and short dates ("15/11" may be the 15th of November). They only explain figures of another text, and are
 * none by themselves. A short date stands for all figures inside it.
 * @param language ISO 639-1
 */
export function figureReadings(text: string, language: string | null): Fact[] {
  const readings = [...wordedFigures(text, language), ...shortDates(text)]
  return readings.length > MOST ? [] : readings
}

/** A text with more of them is no letter, and comparing them all would take seconds. */
const MOST = 500

/** Returns the steps from one day to another that a text names in words: "tomorrow", "the working day after". */
export function daySteps(text: string, language: string | null): Fact[] {
  const steps = isLanguage(language) ? readListed(text, language, stepsOf(language)) : []
  return steps.length > MOST ? [] : steps
}

const wordedFigures = (text: string, language: string | null): Fact[] =>
  isLanguage(language) ? readListed(text, language, patternsOf(language)) : []

function readListed(text: string, language: string, patterns: readonly ListedPattern[]): Fact[] {
  return patterns.flatMap(({ pattern, value }) =>
    Array.from(text.matchAll(pattern), ({ index: start, 0: words }) =>
      facts(value, language).map((fact) => ({ ...fact, start, end: start + words.length, text: words }))
    ).flat()
  )
}

/** Returns the months that a text names without a day or year: "at the end of January". They may be of any year. */
export const namedMonths = (text: string): Fact[] =>
  months(text).map((month) => ({
    kind: "date",
    value: `--${String(month).padStart(2, "0")}`,
    unit: "",
    start: 0,
    end: 0,
    text: MONTH_NAME.format(new Date(Date.UTC(2024, month - 1, 1)))
  }))
const MONTH_NAME = new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" })

/** "15/11" and "1.6." in either order of day and month. */
function shortDates(text: string): Fact[] {
  return Array.from(text.matchAll(SHORT_DATE), ({ index: start, 0: words, 1: one = "", 2: other = "" }) => {
    const readings = [
      [one, other],
      [other, one]
    ].filter(([day, month]) => Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12)
    const value = readings.map(([day = "", month = ""]) => `--${month.padStart(2, "0")}-${day.padStart(2, "0")}`)
    return { kind: "date" as const, value: value.join("|"), unit: "", start, end: start + words.length, text: words }
  }).filter(({ value }) => value !== "")
}

const SHORT_DATE = /(?<![\p{L}\p{N}/.,:-])(\d{1,2})[/.](\d{1,2})(?:\.(?!\d)|(?![\d/:%€$£]|[.,]\d| ?[%€$£]))/gu

const patternsOf = listedPatterns("figures", "left", "\\p{N}")
const stepsOf = listedPatterns("day-steps", "left", "\\p{N}")
