import type { KnowledgeSource, LastImport, Schedule, ScheduleAnswer } from "../../../protocol/knowledge.ts"
import { durationText, dayText } from "../../messages/time-text.ts"
import { locale } from "../../messages/locale.ts"
import { clauses, clock, day, inRow } from "../../messages/format.ts"
import { isMessage, t, tell } from "../../messages/t.ts"
import { planOf } from "./schedule-plan.ts"

/** Returns "product feed". A kind without a word here is shown by its own name. */
export function kindWord(kind: string): string {
  const key = `imports.kind.${kind}`
  return isMessage(key) ? tell(key, {}) : kind
}

/** Describes the state of a source in a sentence or two. */
export function stateWords(
  { last, waiting, again }: Pick<KnowledgeSource, "last" | "waiting" | "again">,
  now: number
): string {
  if (waiting) return t("imports.waiting")
  if (!last) return t("imports.never")
  const [count, at] = [t("imports.read", { count: last.seen }), dayText(last.ended ?? last.started, now)]
  switch (last.state) {
    case "running":
      return t("imports.running")
    case "done":
      return t("imports.done", { when: at, what: doneWords(last) })
    case "stopped":
      return t(again ? "imports.stopped" : "imports.stopped.file", { when: at, count })
    case "interrupted":
      return t(again ? "imports.interrupted" : "imports.interrupted.file", { count })
    case "failed":
      return last.reason === null
        ? t("imports.failed.unknown", { when: at })
        : t("imports.failed", { when: at, reason: last.reason })
  }
}

function doneWords({ imported, removed, failed }: LastImport): string {
  const said = [
    imported > 0 ? t("imports.done.new", { n: imported }) : "",
    removed > 0 ? t("imports.done.removed", { n: removed }) : "",
    failed > 0 ? t("imports.done.failed", { n: failed }) : ""
  ].filter((part) => part !== "")
  return said.length === 0 ? t("imports.done.same") : inRow(said)
}

/** Returns "1,204 of 5,000 documents read, 85 a second, 45 s left". */
export function progressWords({ seen, total, perSecond, rest }: LastImport): string {
  const said = [
    total === null
      ? t("imports.running.so-far", { count: seen })
      : t("imports.running.of", { count: seen, total: Math.max(total, seen) })
  ]
  if (perSecond !== null) said.push(t("imports.rate", { rate: perSecond }))
  if (rest !== null) said.push(t("imports.rest", { time: durationText(rest * 1000) }))
  return inRow(said)
}

/** Returns "Every day at 03:00." and, if it isn't this browser's, the time zone. */
export function scheduleWords(schedule: Schedule): string {
  const plan = planOf(schedule)
  const zone =
    "zone" in schedule && schedule.zone !== undefined && schedule.zone !== browserTimeZone()
      ? ` ${t("imports.by.zone", { zone: schedule.zone })}`
      : ""
  switch (plan.every) {
    case "off":
      return t("imports.by.off")
    case "hour":
      return t("imports.by.hour")
    case "day":
    case "weekdays":
      return t(`imports.by.${plan.every}`, { at: plan.at }) + zone
    case "week":
      return t("imports.by.week", { at: plan.at, day: weekday(plan.on) }) + zone
    case "cron":
      return t("imports.by.cron", { cron: plan.cron }) + zone
  }
}

/** Returns "Every hour. Next: today 14:00." */
export function nextWords({ schedule, next }: Pick<KnowledgeSource, "schedule" | "next">, now: number): string {
  return next === null
    ? scheduleWords(schedule)
    : `${scheduleWords(schedule)} ${t("imports.by.next", { times: dueText(next, now) })}`
}

/** Returns the same with the two times after that. */
export function comingWords({ schedule, next, then = [] }: ScheduleAnswer, now: number): string {
  const times = [...(next === null ? [] : [next]), ...then].map((time) => dueText(time, now))
  return times.length === 0
    ? scheduleWords(schedule)
    : `${scheduleWords(schedule)} ${t("imports.by.next", { times: clauses(times) })}`
}

/** Returns "today 14:00", "tomorrow 03:00" or "24 Nov 2026, 03:00". */
export function dueText(iso: string, now: number): string {
  const [at, from] = [new Date(iso), new Date(now)]
  const days = Math.round(
    (Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) -
      Date.UTC(from.getFullYear(), from.getMonth(), from.getDate())) /
      86_400_000
  )
  if (days === 0) return t("imports.today", { time: clock(iso) })
  return days === 1 ? t("imports.tomorrow", { time: clock(iso) }) : t("imports.at", { day: day(iso), time: clock(iso) })
}

/** Returns "Monday" for 1; 0 is Sunday. */
export function weekday(on: number): string {
  return new Intl.DateTimeFormat(locale(), { weekday: "long", timeZone: "UTC" }).format(
    new Date(Date.UTC(2026, 10, 1 + on))
  )
}

/** The browser's own time zone. */
export const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
