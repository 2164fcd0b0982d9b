import { expressionBuilder, sql, type Expression, type SqlBool } from "kysely"
import type { CaseFilter } from "../../../protocol/review.ts"
import type { Schema } from "../../../storage/schema.ts"
import { DAY_MS } from "../../../text/day-distance.ts"

/** Returns the condition on `outcomes` that a lead's filters ask for. */
export function filterCondition(filter: CaseFilter): Expression<SqlBool> {
  const is = expressionBuilder<Schema, "outcomes">()
  const { from, to, helpdesk, language, model, pipeline, result } = filter
  return is.and([
    ...(from === undefined ? [] : [is("outcomes.created_at", ">=", new Date(from))]),
    ...(to === undefined ? [] : [is("outcomes.created_at", "<", new Date(Date.parse(to) + DAY_MS))]),
    ...(helpdesk === undefined ? [] : [is("outcomes.helpdesk", "=", helpdesk)]),
    ...(language === undefined ? [] : [is("outcomes.language", "=", language)]),
    ...(model === undefined ? [] : [is("outcomes.model", "=", model)]),
    ...(pipeline === undefined ? [] : [is("outcomes.pipeline_version", "=", pipeline)]),
    ...(result === undefined ? [] : [is("outcomes.result", "=", result)]),
    ...figureConditions(filter)
  ])
}

/** The conditions of a bar or a point of a figure. */
function figureConditions(filter: CaseFilter): Expression<SqlBool>[] {
  const is = expressionBuilder<Schema, "outcomes">()
  const { reason, changedFrom, changedBelow, counted, requested, verdict, leadReason, article, topic } = filter
  const { signal, intent, sample, assigned, disputed } = filter
  const inReview = (condition: Expression<SqlBool>) =>
    sql<SqlBool>`exists (select from reviews where reviews.case_id = outcomes.id and reviews.done and ${condition})`
  const causedBy = (kind: string, name: string) =>
    sql<SqlBool>`exists (
      select from outcome_causes causes
      where causes.case_id = outcomes.id and causes.kind = ${kind} and causes.name = ${name})`
  return [
    ...(article === undefined ? [] : [causedBy("article", article)]),
    ...(topic === undefined ? [] : [causedBy("topic", topic)]),
    ...(signal === undefined ? [] : [sql<SqlBool>`outcomes.signals @> array[${signal}::text]`]),
    ...(intent === undefined ? [] : [is("outcomes.intent", "=", intent)]),
    ...(sample === undefined
      ? []
      : [
          sql<SqlBool>`outcomes.id in (
            select case_id from review_sample_cases where sample_id = ${sample}::uuid)`
        ]),
    ...(assigned === undefined
      ? []
      : [sql<SqlBool>`outcomes.id in (select case_id from case_assignments where person = ${assigned}::uuid)`]),
    ...(disputed === undefined
      ? []
      : [sql<SqlBool>`outcomes.id in (select case_id from review_disputes where state = 'open')`]),
    ...(reason === undefined ? [] : [sql<SqlBool>`outcomes.reasons @> array[${reason}::text]`]),
    ...(changedFrom === undefined ? [] : [is("outcomes.edit_distance", ">=", changedFrom)]),
    ...(changedBelow === undefined ? [] : [is("outcomes.edit_distance", "<", changedBelow)]),
    ...(changedFrom === undefined && changedBelow === undefined
      ? []
      : [is("outcomes.result", "in", ["unchanged", "light", "heavy"])]),
    ...(counted === undefined
      ? []
      : [sql<SqlBool>`outcomes.counted and (outcomes.seen_sent or outcomes.result = 'unknown')`]),
    ...(requested === undefined ? [] : [is("outcomes.pipeline_version", requested === "yes" ? "<>" : "=", "")]),
    ...(verdict === undefined ? [] : [inReview(sql<SqlBool>`reviews.verdict = ${verdict}`)]),
    ...(leadReason === undefined ? [] : [inReview(sql<SqlBool>`reviews.reasons @> array[${leadReason}::text]`)])
  ]
}
