import { clock, day } from "./format.ts"
import { t } from "./t.ts"

/** Returns "38 s", "2 min 10 s", "3 h 5 min" or "2 days" for milliseconds, with tenths below ten seconds. */
export function durationText(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 10) return t("time.seconds", { seconds: Math.round(seconds * 10) / 10 })
  if (seconds < 60) return t("time.seconds", { seconds: Math.round(seconds) })
  const minutes = Math.round(seconds / 60)
  if (seconds < 600)
    return t("time.minutes.seconds", { minutes: Math.floor(seconds / 60), seconds: Math.floor(seconds % 60) })
  if (minutes < 60) return t("time.minutes", { minutes })
  if (minutes < 48 * 60) return t("time.hours.minutes", { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  return t("lead.days", { count: Math.round(minutes / 60 / 24) })
}

/** Returns "today 10:02", "yesterday 09:20" or "19 Nov 2026". */
export function dayText(iso: string, now: number): string {
  const at = new Date(iso)
  const days = Math.round((midnight(new Date(now)) - midnight(at)) / 86_400_000)
  if (days === 0) return t("lead.today", { time: clock(iso) })
  return days === 1 ? t("lead.yesterday", { time: clock(iso) }) : day(iso)
}
const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime()
