import { sql, type Kysely } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import type { Review } from "../../protocol/review.ts"
import type { WebhookEvent } from "./wire.ts"
import type { Schema } from "../../storage/schema.ts"
import type {} from "./tables.ts"

/** Queues the event that an outcome was stored, for every endpoint, in the transaction that stores it. */
export async function queueOutcomeEvent(
  work: Kysely<Schema>,
  caseId: string,
  outcome: Outcome,
  now: Date
): Promise<void> {
  const { revision, draftId = null, helpdesk, ticketId, kind, sent, editDistance, filledBlanks } = outcome
  const { model, pipelineVersion } = outcome
  const figures = { kind, sent: sent !== null, editDistance, filledBlanks, model, pipelineVersion }
  await queue(work, caseId, {
    type: "outcome.stored",
    timestamp: now.toISOString(),
    data: { caseId, revision, draftId, helpdesk, ticketId, ...figures }
  })
}

/** Queues the event that a lead saved a review, for every endpoint, in the transaction that saves it. */
export async function queueReviewEvent(
  work: Kysely<Schema>,
  caseId: string,
  { version, done, reasons }: Pick<Review, "version" | "done" | "reasons">,
  now: Date
): Promise<void> {
  await queue(work, caseId, {
    type: "review.saved",
    timestamp: now.toISOString(),
    data: { caseId, version, done, reasons }
  })
}

async function queue(work: Kysely<Schema>, caseId: string, event: WebhookEvent): Promise<void> {
  const at = new Date(event.timestamp)
  await sql`
    insert into webhook_deliveries (id, endpoint, case_id, body, due_at, created_at)
    select 'msg_' || replace(gen_random_uuid()::text, '-', ''), id, ${caseId}::uuid, ${JSON.stringify(event)}, ${at}, ${at}
    from webhook_endpoints`.execute(work)
}
