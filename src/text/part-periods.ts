import { LISTS } from "replywright/lexicon/text"
import { alternativesOf, languagesWith } from "../lexicon/lexicon.ts"
import type { Fact } from "./facts.ts"
import { matchesOf } from "./patterns/required-letters.ts"

/**
 * Finds periods that a fraction states in words and no numeral could: "half an hour", "anderthalb Stunden", "半年". What
 * is also a time of day ("mediodía", "meio-dia") is left out.
 */
export function partPeriodFacts(text: string): Fact[] {
  return PERIODS.flatMap(({ pattern, unit, value }) =>
    [...matchesOf(pattern, text)].map((found) => ({
      kind: "duration" as const,
      value,
      unit,
      start: found.index,
      end: found.index + found[0].length,
      text: found[0]
    }))
  )
}

const WORDS = alternativesOf(
  LISTS,
  "part-periods",
  languagesWith(LISTS, "part-periods").filter((language) => language !== "ja")
)
const JAPANESE = alternativesOf(LISTS, "part-periods", ["ja"])

/** Each is looked for by itself, the longest first. */
const PERIODS = [...WORDS].map(([length, words]) => {
  const [value, unit] = length.split(" ")
  const whole = `(?<!\\p{L})(?:${words})(?!\\p{L})`
  const japanese = JAPANESE.get(length)
  return {
    pattern: new RegExp(japanese === undefined ? whole : `${whole}|${japanese}`, "giu"),
    unit: unit === "months" ? ("month" as const) : ("hour" as const),
    value: Number(value)
  }
})
