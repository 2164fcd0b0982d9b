import * as z from "zod/mini"
import { reasons } from "../../protocol/outcome.ts"
import {
  answerList,
  count,
  helpdesk,
  helpdeskId,
  instant,
  line,
  modelName,
  ordinal,
  pipelineVersion,
  textUpTo
} from "../../protocol/fields.ts"

/** The address of a webhook. The relay calls it, so it must be a public one. */
export const webhookRequest = z.object({ url: textUpTo(2000) })

/** Only this answer has the `secret`. It is the receiver's, as the Standard Webhooks specification writes it: `whsec_...`. */
export const webhookCreated = z.object({ id: z.uuid(), url: textUpTo(2000), secret: textUpTo(100) })
export type WebhookCreated = z.infer<typeof webhookCreated>

export const webhooksAnswer = z.object({
  webhooks: answerList(
    z.object({
      id: z.uuid(),
      url: textUpTo(2000),
      createdAt: instant,
      /** Deliveries that are still tried, and those of the last week that were given up. */
      waiting: count,
      failed: count,
      /** The last attempt: a status such as "200", or the code of what kept it from being answered. */
      last: z.nullable(z.object({ at: instant, result: line }))
    })
  )
})
export type WebhooksAnswer = z.infer<typeof webhooksAnswer>

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
  })
])
export type WebhookEvent = z.infer<typeof webhookEvent>
