import type { LogEvent } from "kysely"
import { countStatement, type StatementKind } from "../runtime/metrics/database-metrics.ts"
import { addSpan } from "../runtime/scope/span.ts"

/**
 * Counts a statement by its kind and time, and adds it to the trace. Its text and its values are never read, because they
 * hold what people wrote.
 */
export function observeStatement(event: LogEvent): void {
  const kind = KINDS[event.query.query.kind] ?? "other"
  const ms = event.queryDurationMillis
  const error = event.level === "error" ? event.error : undefined
  countStatement(kind, ms, event.level === "error")
  addSpan(`database ${kind}`, { "db.system.name": "postgresql", "db.operation.name": kind }, ms, error)
}

const KINDS: Partial<Record<LogEvent["query"]["query"]["kind"], StatementKind>> = {
  SelectQueryNode: "select",
  InsertQueryNode: "insert",
  UpdateQueryNode: "update",
  DeleteQueryNode: "delete",
  RawNode: "raw"
}
