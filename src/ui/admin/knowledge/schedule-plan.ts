import type { Schedule } from "../../../protocol/knowledge.ts"

/** A schedule in people's words. `at` is "03:00"; `on` is a day of the week, with 0 for Sunday. */
export type SchedulePlan =
  | { every: "off" | "hour" }
  | { every: "day" | "weekdays"; at: string }
  | { every: "week"; at: string; on: number }
  | { every: "cron"; cron: string }

/** Returns the schedule as the relay takes it. What it has no word for is written in five fields. */
export function scheduleOf(plan: SchedulePlan, zone: string): Schedule {
  switch (plan.every) {
    case "off":
    case "hour":
      return { every: plan.every }
    case "day":
      return { every: "day", at: plan.at, zone }
    case "weekdays":
      return { every: "cron", cron: `${fields(plan.at)} * * 1-5`, zone }
    case "week":
      return { every: "cron", cron: `${fields(plan.at)} * * ${plan.on}`, zone }
    case "cron":
      return { every: "cron", cron: plan.cron.trim(), zone }
  }
}

/** Five fields for which there are words are shown in these words. */
export function planOf(schedule: Schedule): SchedulePlan {
  if (schedule.every !== "cron") return schedule.every === "day" ? { every: "day", at: schedule.at } : schedule
  const [, minute, hour, on] = /^(\d{1,2}) (\d{1,2}) \* \* (\*|1-5|[0-7])$/.exec(schedule.cron) ?? []
  if (minute === undefined || hour === undefined || on === undefined || Number(minute) > 59 || Number(hour) > 23)
    return { every: "cron", cron: schedule.cron }
  const at = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`
  if (on === "*") return { every: "day", at }
  return on === "1-5" ? { every: "weekdays", at } : { every: "week", at, on: Number(on) % 7 }
}

/** Returns "30 6" for "06:30". */
const fields = (at: string) => `${Number(at.slice(3))} ${Number(at.slice(0, 2))}`
