import type { Insertable, Kysely } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import { HEAVY_FROM, type Result } from "../../protocol/review.ts"
import { CASE_FIELDS } from "../../storage/encryption/row-keys.ts"
import type { OutcomeRow, Schema } from "../../storage/schema.ts"
import type { RowKey } from "../../storage/encryption/text-cipher.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"

/** Returns what is stored of an outcome, besides the id and the day of its case. @param key that of the case */
export function outcomeRow(
  told: Outcome,
  person: string,
  key: RowKey
): Omit<Insertable<OutcomeRow>, "id" | "created_at"> {
  const { opened, firstText } = told.times
  const first = opened === undefined || firstText === undefined ? NaN : Date.parse(firstText) - Date.parse(opened)
  return {
    person,
    draft: told.draftId ?? null,
    site: told.site,
    helpdesk: told.helpdesk,
    ticket_id: told.ticketId,
    kind: told.kind,
    revision: told.revision,
    account: told.outcomeId,
    message_id: told.messageId ?? null,
    result: outcomeResult(told),
    seen_sent: told.sent !== null,
    reasons: told.reasons ?? [],
    // If the clock was set between the two times, the difference means nothing.
    first_text_ms: first >= 0 ? first : null,
    edit_distance: told.editDistance,
    filled_blanks: told.filledBlanks,
    language: told.language,
    model: told.model,
    pipeline_version: told.pipelineVersion,
    data_key: key.wrapped,
    body: key.seal(CASE_FIELDS.body, outcomeBodyOf(told))
  }
}

/** The site is stored only in its column, because it may be hashed later. */
export function outcomeBodyOf({ site: _site, ...told }: Outcome): string {
  return JSON.stringify(told)
}

export function outcomeResult({ kind, sent, editDistance }: Outcome): Result {
  if (kind === "rejected" || kind === "ignored" || kind === "none") return kind
  if (sent === null || editDistance === null) return "unknown"
  if (editDistance === 0) return "unchanged"
  return editDistance < HEAVY_FROM ? "light" : "heavy"
}

/**
 * Locks the ticket until the transaction ends, so that only one request at a time stores for it or erases it. Tickets
 * with one number at several sites share the lock, because what is stored of an unknown site may belong to any of them.
 */
export function lockTicket(work: Kysely<Schema>, helpdesk: string, ticketId: string): Promise<void> {
  return lockInTransaction(work, `${helpdesk} ${ticketId}`)
}
