import { PageChanged } from "./adapter.ts"
import { halfOfDay, hourOfDay } from "./half-of-day.ts"
import { withLatinDigits } from "./time-words.ts"

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
