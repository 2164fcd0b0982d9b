import { CronExpressionParser } from "cron-parser"
import { schedule as shape, type Schedule, type ScheduleAnswer } from "../../protocol/knowledge.ts"
import { Problem } from "../../runtime/problem.ts"

/** A time that comes again, in five fields and a time zone. */
export interface Cron {
  cron: string
  tz: string
}

/** The time zone of this machine, which a schedule means unless it names another. */
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Fills in the time zone, so that a relay elsewhere means the same. @throws Problem 400, with a sentence */
export function checkSchedule(schedule: Schedule, now: Date): Schedule {
  if (schedule.every === "off" || schedule.every === "hour") return schedule
  const whole = { ...schedule, zone: schedule.zone ?? here() }
  if (!isZone(whole.zone)) throw bad(`There is no time zone ${whole.zone}: write one like Europe/Berlin.`)
  if (whole.every === "cron") {
    if (!/^\S+(?: +\S+){4}$/.test(whole.cron))
      throw bad(
        "The schedule takes five fields: minute, hour, day of the month, month, day of the week. 30 6 * * 1-5 is half past six from Monday to Friday."
      )
    if (closest(whole, now) < LEAST_MINUTES)
      throw bad(
        `The schedule would import more often than every ${LEAST_MINUTES} minutes. A webhook tells of changes sooner.`
      )
  }
  return whole
}

/** Returns undefined if the schedule is off. */
export function cronOf(schedule: Schedule): Cron | undefined {
  switch (schedule.every) {
    case "off":
      return undefined
    case "hour":
      return { cron: "0 * * * *", tz: "UTC" }
    case "day":
      return {
        cron: `${Number(schedule.at.slice(3))} ${Number(schedule.at.slice(0, 2))} * * *`,
        tz: schedule.zone ?? here()
      }
    case "cron":
      return { cron: schedule.cron, tz: schedule.zone ?? here() }
  }
}

/** Returns when it is next due after this moment, and the two times after that. */
export function nextDueOf(schedule: Schedule, after: Date): Omit<ScheduleAnswer, "schedule"> {
  const cron = cronOf(schedule)
  if (!cron) return { next: null }
  const times = timesOf(cron, after)
  const [next, ...then] = Array.from({ length: 3 }, () => times.next().toDate().toISOString())
  return { next: next ?? null, then }
}

/** Returns when it was last due, or undefined if it is off. */
export function lastDue(schedule: Schedule, now: Date): Date | undefined {
  const cron = cronOf(schedule)
  return cron && timesOf(cron, now).prev().toDate()
}

/** Reads a schedule as it is stored with the source. */
export function readSchedule(stored: string | null): Schedule {
  return stored === null ? { every: "off" } : shape.parse(JSON.parse(stored))
}

const LEAST_MINUTES = 5

/** Returns the smallest number of minutes between two of the next fifty times. */
function closest({ cron, zone = here() }: { cron: string; zone?: string | undefined }, now: Date): number {
  try {
    const times = timesOf({ cron, tz: zone }, now)
    let [before, least] = [times.next().getTime(), Number.POSITIVE_INFINITY]
    for (let n = 0; n < 50; n++) {
      const time = times.next().getTime()
      least = Math.min(least, (time - before) / 60_000)
      before = time
    }
    return least
  } catch (cause) {
    throw new Problem(
      400,
      "bad-schedule",
      `"${cron}" is no time that ever comes: write five fields, minute first, such as 30 6 * * 1-5.`,
      { cause }
    )
  }
}

const timesOf = ({ cron, tz }: Cron, currentDate: Date) => CronExpressionParser.parse(cron, { tz, currentDate })
const bad = (sentence: string) => new Problem(400, "bad-schedule", sentence)

function isZone(zone: string): boolean {
  try {
    return Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== ""
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
