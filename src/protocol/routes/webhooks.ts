import { answer, describeRoutes } from "./describe/operation.ts"
import * as z from "zod/mini"
import { answerList, count, instant, line, textUpTo } from "../fields.ts"

/**
 * Webhooks for outcomes and reviews, as admins manage them: GET and POST /v1/admin/webhooks, POST
 * /v1/admin/webhooks/:id/test, DELETE /v1/admin/webhooks/:id.
 */

/** The address of a webhook. The relay calls it, so it must be a public one. */
const webhookRequest = z.object({ url: textUpTo(2000) })

/** Only this answer has the `secret`. It is the receiver's, as the Standard Webhooks specification writes it: `whsec_...`. */
export const webhookCreated = z.object({ id: z.uuid(), url: textUpTo(2000), secret: textUpTo(100) })
export type WebhookCreated = z.infer<typeof webhookCreated>

/** One event that was, or is to be, delivered. It is kept for a week. */
const delivery = z.object({
  id: textUpTo(100),
  type: textUpTo(100),
  /** "waiting": it is tried, or tried again, at `next`. "failed": it was given up. */
  state: z.enum(["waiting", "delivered", "failed"]),
  createdAt: instant,
  attempts: count,
  /** The last attempt: a status such as "200", or the code of what kept it from being answered. Null before the first. */
  result: z.nullable(line),
  triedAt: z.nullable(instant),
  next: z.nullable(instant)
})
export type WebhookDelivery = z.infer<typeof delivery>

const webhook = z.object({
  id: z.uuid(),
  url: textUpTo(2000),
  createdAt: instant,
  /** Deliveries that are still tried, and those of the last week that were given up. */
  waiting: count,
  failed: count,
  last: z.nullable(z.object({ at: instant, result: line })),
  /** The newest ten, the newest first. */
  deliveries: answerList(delivery)
})
export type ListedWebhook = z.infer<typeof webhook>
export const webhooksAnswer = z.object({ webhooks: answerList(webhook) })
export type WebhooksAnswer = z.infer<typeof webhooksAnswer>

/** Whether a test was taken, and what the receiver answered: a status, or the code of what kept it from answering. */
export const webhookTested = z.object({ delivered: z.boolean(), result: line })
export type WebhookTested = z.infer<typeof webhookTested>

export const eventWebhookOperations = describeRoutes({
  "GET /v1/admin/webhooks": {
    summary: "Lists the webhooks, and whether their deliveries succeed.",
    who: "admin",
    answers: { 200: answer("Webhooks, without secrets", webhooksAnswer) }
  },
  "POST /v1/admin/webhooks": {
    summary: "Adds a webhook for outcomes and reviews. Only this answer has its secret.",
    who: "admin",
    body: webhookRequest,
    unmasked: "admin",
    answers: { 200: answer("The webhook with its secret", webhookCreated) }
  },
  "POST /v1/admin/webhooks/:id/test": {
    summary: "Send an event of the type webhook.test now, and tell what the receiver answered.",
    who: "admin",
    takesId: true,
    answers: { 200: answer("What the receiver answered", webhookTested) }
  },
  "DELETE /v1/admin/webhooks/:id": {
    summary: "Tell an address nothing more.",
    who: "admin",
    takesId: true,
    answers: { 204: answer("Removed") }
  }
})
