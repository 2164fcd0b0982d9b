import type { LogEvent } from "kysely"
import { countStatement } from "../runtime/metrics/database-metrics.ts"

/**
 * Counts a statement by its kind and time. Its text and its values are never read, because they hold what people wrote.
 */
export function observeStatement({ level, query, queryDurationMillis }: LogEvent): void {
  countStatement(KINDS[query.query.kind] ?? "other", queryDurationMillis, level === "error")
}

const KINDS: Partial<Record<LogEvent["query"]["query"]["kind"], string>> = {
  SelectQueryNode: "select",
  InsertQueryNode: "insert",
  UpdateQueryNode: "update",
  DeleteQueryNode: "delete",
  RawNode: "raw"
}
