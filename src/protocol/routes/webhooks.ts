import { webhookCreated, webhookRequest, webhooksAnswer, webhookTested } from "../operating/webhooks.ts"
import { answer, describeRoutes } from "./describe/operation.ts"

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
