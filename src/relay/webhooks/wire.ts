import * as z from "zod/mini"
import { reasons } from "../../protocol/outcome.ts"
import { count, helpdesk, helpdeskId, instant, modelName, ordinal, pipelineVersion } from "../../protocol/fields.ts"

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
