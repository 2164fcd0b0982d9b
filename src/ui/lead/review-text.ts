import type { CaseLine, Result } from "../../protocol/review.ts"
import type { Outcome } from "../../protocol/outcome.ts"
import type { Reason } from "../../ticket/review-reasons.ts"
import { LOCALE } from "../messages/locale.ts"
import { clock, day } from "../messages/format.ts"
import { t, tell, type MessageKey } from "../messages/t.ts"

/** Returns "46 %" for .46. */
export const percentText = (share: number): string => `${Math.round(share * 100)} %`

/** Returns "44 to 46 %" for an interval. */
export function intervalText(low: number, high: number): string {
  return t("figures.interval", { low: Math.round(low * 100), high: Math.round(high * 100) })
}

/** Returns "38 s", "2 min 10 s", "3 h 5 min" or "2 days" for milliseconds, with tenths below ten seconds. */
export function durationText(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 10) return `${Number(seconds.toFixed(1))} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (seconds < 600) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`
  if (minutes < 60) return `${minutes} min`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`
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

export const resultWord = (result: Result): string => tell(`result.${result}`, {})
export const reasonWord = (reason: Reason): string => tell(`reason.${reason}`, {})
/** Returns "tone and too long". */
export const reasonWords = (reasons: Reason[]): string =>
  new Intl.ListFormat(LOCALE, { type: "conjunction" }).format(reasons.map((reason) => reasonWord(reason).toLowerCase()))

/**
 * Returns "zendesk #4001, lumen.zendesk.com". A hashed site is shown by its first characters, an unknown one not at
 * all.
 */
export function ticketWords({
  site,
  helpdesk,
  ticketId
}: {
  site: string
  helpdesk: string
  ticketId: string
}): string {
  const [, scheme = "", rest = ""] = /^(\w+):(?:\/\/)?(.+)$/.exec(site) ?? []
  if (rest === "") return t("review.ticket", { helpdesk, id: ticketId })
  return t("review.ticket.at", {
    helpdesk,
    id: ticketId,
    site: scheme === "hmac" ? t("site.hashed", { mark: rest.slice(0, 6) }) : rest
  })
}

/** The name of what wrote a draft: the model, or "Offline drafter". */
export const modelName = (model: string): string => (model === "offline" ? t("draft.offline") : model)
/** A pipeline's version as it is shown: "7c1e55aa". */
export const shortPipeline = (version: string): string => version.slice(0, 8)

/** Returns "Heavy edit · 46 % changed · today 10:02". */
export function lineWords({ result, editDistance, reasons, at }: CaseLine, now: number): string {
  const said =
    result === "rejected" && reasons.length > 0
      ? t("result.rejected.why", { reasons: reasonWords(reasons) })
      : resultWord(result)
  const changed =
    editDistance !== null && (result === "light" || result === "heavy")
      ? [t("lead.changed", { share: percentText(editDistance) })]
      : []
  return [said, ...changed, dayText(at, now)].join(" · ")
}

/**
 * Returns "Read 38 s before insert" and "sent after 2 min". The times come from two clocks, so a negative duration is
 * left out.
 */
export function timeWords({ kind, times }: Outcome): string[] {
  const { opened, firstText, ready, used, rejected, sent } = times
  const left = kind === "rejected" ? rejected : used
  const told: [MessageKey, string | undefined, string | undefined][] = [
    ["review.first-text", opened, firstText],
    [`review.read.${kind === "rejected" ? "rejected" : kind === "copied" ? "copied" : "inserted"}`, ready, left],
    ["review.sent-after", left ?? ready ?? opened, sent]
  ]
  return told.flatMap(([key, from, to]) => {
    const ms = from === undefined || to === undefined ? Number.NaN : Date.parse(to) - Date.parse(from)
    return ms >= 0 ? [tell(key, { time: durationText(ms) })] : []
  })
}
