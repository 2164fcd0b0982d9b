import type { CaseLine, CaseSignal, Result, Verdict } from "../../protocol/review.ts"
import type { Outcome } from "../../protocol/outcome.ts"
import type { Reason } from "../../ticket/review-reasons.ts"
import { locale } from "../messages/locale.ts"
import { listed } from "../messages/format.ts"
import { dayText, durationText } from "../messages/time-text.ts"
import { t, tell, type MessageKey } from "../messages/t.ts"

/** Returns "46 %" for .46. */
export const percentText = (share: number): string => t("percent", { n: Math.round(share * 100) })

/** Returns "1.6" for 1.5852. */
export const decimalText = (value: number): string =>
  new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(value)

/** Returns "44 to 46 %" for an interval. */
export function intervalText(low: number, high: number): string {
  return t("figures.interval", { low: Math.round(low * 100), high: Math.round(high * 100) })
}

export const verdictWord = (verdict: Verdict): string => tell(`verdict.${verdict}`, {})
export const resultWord = (result: Result): string => tell(`result.${result}`, {})
export const signalWord = (signal: CaseSignal): string => tell(`signal.${signal}`, {})
export const reasonWord = (reason: Reason): string => tell(`reason.${reason}`, {})
/** Returns "tone and too long". */
export const reasonWords = (reasons: Reason[]): string =>
  listed(reasons.map((reason) => tell(`reason.within.${reason}`, {})))

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
