import type { CaseFilter } from "../../protocol/review.ts"
import { t } from "../messages/t.ts"
import { calendarDay, languageName } from "../messages/format.ts"
import { modelName, percentText, reasonWord, resultWord, signalWord, verdictWord } from "./review-text.ts"
import { versionName } from "./version-names.ts"

/** The address of the review page with the cases behind a figure. */
export function caseLink(filter: CaseFilter): string {
  const chosen = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return `review.html#${new URLSearchParams([["order", "newest"], ["state", "all"], ...chosen])}`
}

/** The filter in words, one for each part. */
export function filterWords(filter: CaseFilter): string[] {
  const { from, to, helpdesk, language, model, pipeline, result, reason, verdict, leadReason } = filter
  const { changedFrom, changedBelow, requested } = filter
  return [
    ...(from === undefined ? [] : [t("queue.from", { day: calendarDay(from) })]),
    ...(to === undefined ? [] : [t("queue.to", { day: calendarDay(to) })]),
    ...(helpdesk === undefined ? [] : [helpdesk]),
    ...(language === undefined ? [] : [languageName(language)]),
    ...(model === undefined ? [] : [modelName(model)]),
    ...(pipeline === undefined ? [] : [t("queue.version", { pipeline: versionName(pipeline) })]),
    ...(result === undefined
      ? []
      : [result === "none" && requested === "yes" ? t("figures.no-draft") : resultWord(result)]),
    ...aboutWords(filter),
    ...(reason === undefined ? [] : [t("queue.reason", { reason: reasonWord(reason) })]),
    ...(verdict === undefined ? [] : [t("queue.lead-said", { said: verdictWord(verdict) })]),
    ...(leadReason === undefined ? [] : [t("queue.lead-said", { said: reasonWord(leadReason) })]),
    ...(changedFrom === undefined && changedBelow === undefined
      ? []
      : [t("queue.changed", { low: percentText(changedFrom ?? 0), high: percentText(Math.min(1, changedBelow ?? 1)) })])
  ]
}

/** Why the cases are looked at, and what they are about. */
function aboutWords({ sample, signal, intent, article, topic, assigned, disputed }: CaseFilter): string[] {
  return [
    ...(sample === undefined ? [] : [t("queue.in-sample")]),
    ...(assigned === undefined ? [] : [t("queue.assigned")]),
    ...(disputed === undefined ? [] : [t("queue.disputed")]),
    ...(signal === undefined ? [] : [signalWord(signal)]),
    ...(intent === undefined ? [] : [t("queue.intent", { name: intent })]),
    ...(article === undefined ? [] : [t("queue.article", { name: article })]),
    ...(topic === undefined ? [] : [t("queue.topic", { name: topic })])
  ]
}
