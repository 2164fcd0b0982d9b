import { DocumentError } from "./format.ts"

/**
 * Reads a date as tables write it and returns it in ISO 8601: "2026-09-03", "2026-09-03 10:15:00",
 * "2026-09-03T10:15:00Z", "03.09.2026", "2026/9/3" and "2026年9月3日". With slashes, day and month may stand in either
 * order if only one order gives a date.
 * @throws DocumentError if it isn't a date or could be two dates
 */
export function isoDateOf(said: string): string {
  const [, instant] = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2}))$/.exec(said) ?? []
  if (instant && !Number.isNaN(Date.parse(instant))) return instant
  const date = said.replace(/[T\s,]+\d{1,2}:\d{2}.*$/, "").trim()
  const [, year, month, day] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(date) ?? []
  const [, first = "", mark, second = "", last] = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})$/.exec(date) ?? []
  const isoDate = year
    ? [iso(year, month, day)]
    : mark === "."
      ? [iso(last, second, first)]
      : [iso(last, second, first), iso(last, first, second)]
  const possible = new Set(isoDate.filter((way) => way !== undefined))
  const [only] = possible
  if (only && possible.size === 1) return only
  throw new DocumentError(
    possible.size > 1
      ? `Its date "${said}" could be two days: write it as 2026-09-03.`
      : `Its date "${said.slice(0, 60)}" isn't one: write it as 2026-09-03.`
  )
}

function iso(year = "", month = "", day = ""): string | undefined {
  const text = `${year.padStart(4, "0")}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  const date = new Date(`${text}T00:00:00Z`)
  // A date such as 31 February is rejected, because `Date` would move it into March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}
