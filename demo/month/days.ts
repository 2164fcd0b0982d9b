import type { Outcome } from "../../src/protocol/outcome.ts"
import type { Chance } from "./chance.ts"
import type { Kind } from "./kinds.ts"

const DAY = 86_400_000
const DAYS = 31

/**
 * Returns this many moments of the last 31 days in no order: mostly in working hours, fewer at weekends, and none in
 * the future.
 */
export function moments(chance: Chance, count: number, until: Date): Date[] {
  const today = Math.floor(until.getTime() / DAY) * DAY
  const days = Array.from({ length: DAYS }, (_, ago) => today - ago * DAY)
  const weights = Object.fromEntries(days.map((day, ago) => [ago, WEEK[new Date(day).getUTCDay()] ?? 1]))
  const found: Date[] = []
  while (found.length < count) {
    const hour = 7 + (11 * (chance.next() + chance.next())) / 2
    const at = new Date((days[Number(chance.weighed(weights))] ?? today) + Math.floor(hour * 3_600_000))
    // A day that has hardly begun has few cases, so a moment in the future moves to the day before.
    found.push(at <= until ? at : new Date(at.getTime() - DAY))
  }
  return found
}

/** Returns the days in UTC between two moments, so that a second more or less changes nothing. */
export const daysBetween = (from: Date, to: Date) => Math.floor(to.getTime() / DAY) - Math.floor(from.getTime() / DAY)

/** These are the weights of the weekdays, Sunday first. */
const WEEK = [0.2, 1.25, 1.1, 1, 1, 0.9, 0.3]

/** Returns what the browser recorded and when, the last of it shortly before it reached the relay. */
export function timesOf(chance: Chance, { result, model, sent }: Kind, reached: Date): Outcome["times"] {
  const iso = (at: number) => new Date(at).toISOString()
  const end = reached.getTime() - chance.whole(400, 4_000)
  if (result === "none") return { opened: iso(end - chance.whole(90_000, 500_000)), sent: iso(end) }
  const used = result === "unknown" ? end - DAY : end - chance.whole(15_000, 240_000)
  const ready = used - chance.whole(12_000, 120_000)
  const slow = 1 + 3 * chance.next() ** 4
  const [first, whole] =
    model === "offline"
      ? [chance.whole(180, 700), 60]
      : [chance.whole(550, 1_600) * (model === "qwen3-14b" ? 1.7 : 1) * slow, chance.whole(2_500, 9_000)]
  const opened = ready - Math.round(first) - whole
  return {
    // By then, one browser in thirty has a clock that is an hour ahead.
    opened: iso(chance.of(0.03) ? opened + 3_600_000 : opened),
    firstText: iso(ready - whole),
    ready: iso(ready),
    ...(result === "rejected" ? { rejected: iso(used) } : result === "ignored" ? {} : { used: iso(used) }),
    ...(sent && { sent: iso(end) })
  }
}
