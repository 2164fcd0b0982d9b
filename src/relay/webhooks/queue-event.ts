import { sql, type Kysely } from "kysely"
import * as z from "zod/mini"
import { type Outcome, reasons } from "../../protocol/outcome.ts"
import type { Review } from "../../protocol/review.ts"
import type { Schema } from "../../storage/schema.ts"
import type {} from "./tables.ts"
import { count, helpdesk, helpdeskId, instant, modelName, ordinal, pipelineVersion } from "../../protocol/fields.ts"

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

/** What is sent: ids, states and figures. It never holds a word of a ticket, of a draft or of a note. */
export const webhookEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("outcome.stored"),
    timestamp: instant,
    data: z.object({
      caseId: z.uuid(),
      revision: ordinal,
      draftId: z.nullable(z.uuid()),
      helpdesk,
      ticketId: helpdeskId,
      kind: z.enum(["inserted", "copied", "rejected", "ignored", "none"]),
      sent: z.boolean(),
      editDistance: z.nullable(z.number()),
      filledBlanks: count,
      model: modelName,
      pipelineVersion
    })
  }),
  z.object({
    type: z.literal("review.saved"),
    timestamp: instant,
    data: z.object({ caseId: z.uuid(), version: ordinal, done: z.boolean(), reasons })
  }),
  /** An admin tries whether the receiver takes events. */
  z.object({ type: z.literal("webhook.test"), timestamp: instant, data: z.object({}) })
])
export type WebhookEvent = z.infer<typeof webhookEvent>
