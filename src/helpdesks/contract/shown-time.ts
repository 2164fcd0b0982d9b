import { PageChanged } from "./adapter.ts"

/** Returns a time as ISO 8601 in UTC, without milliseconds when there are none. @throws PageChanged */
export function isoTime(time: string | number): string {
  const ms = typeof time === "number" ? time : Date.parse(time)
  if (!Number.isFinite(ms)) throw new PageChanged("time")
  return new Date(ms).toISOString().replace(".000Z", "Z")
}

/**
 * Returns "HH:MM" for the time of day in a text such as "06:46 PM", by the clock of the agent's computer, or undefined
 * when there is none.
 */
export function timeOfDay(shown: string): string | undefined {
  const [, hour, minute] = /(\d{1,2}):(\d\d)/.exec(shown) ?? []
  if (hour === undefined) return undefined
  const afternoon = /p\.?\s?m|午後|下午|오후/i.test(shown) ? 12 : /a\.?\s?m|午前|上午|오전/i.test(shown) ? 0 : undefined
  const hours = afternoon === undefined ? Number(hour) : (Number(hour) % 12) + afternoon
  return `${String(hours).padStart(2, "0")}:${minute}`
}
