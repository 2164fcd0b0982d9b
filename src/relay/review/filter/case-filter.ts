import { expressionBuilder, type Expression, type SqlBool } from "kysely"
import type { CaseFilter } from "../../../protocol/review.ts"
import type { Schema } from "../../../storage/schema.ts"

/** Returns the condition on `outcomes` that a lead's filters ask for. */
export function filterCondition({
  from,
  to,
  helpdesk,
  language,
  model,
  pipeline,
  result
}: CaseFilter): Expression<SqlBool> {
  const is = expressionBuilder<Schema, "outcomes">()
  return is.and([
    ...(from === undefined ? [] : [is("outcomes.created_at", ">=", new Date(from))]),
    ...(to === undefined ? [] : [is("outcomes.created_at", "<", new Date(Date.parse(to) + DAY))]),
    ...(helpdesk === undefined ? [] : [is("outcomes.helpdesk", "=", helpdesk)]),
    ...(language === undefined ? [] : [is("outcomes.language", "=", language)]),
    ...(model === undefined ? [] : [is("outcomes.model", "=", model)]),
    ...(pipeline === undefined ? [] : [is("outcomes.pipeline_version", "=", pipeline)]),
    ...(result === undefined ? [] : [is("outcomes.result", "=", result)])
  ])
}

const DAY = 86_400_000
