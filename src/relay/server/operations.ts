import { health } from "../../protocol/relay.ts"
import { accessOperations } from "../access/routes.ts"
import { adminOperations } from "../admin/routes.ts"
import { draftingOperations } from "../drafting/routes.ts"
import { answer, describeRoutes, type Operations } from "../http/operation.ts"
import { pastTicketOperations } from "../knowledge/past-ticket-routes.ts"
import { reportOperations } from "../knowledge/report-routes.ts"
import { knowledgeOperations } from "../knowledge/routes.ts"
import { webhookOperations } from "../knowledge/webhook-routes.ts"
import { intentOperations } from "../intents/routes.ts"
import { correctionOperations } from "../corrections/routes.ts"
import { lookupOperations } from "../lookups/routes.ts"
import { maskingOperations } from "../masking-rules/routes.ts"
import { memoryOperations } from "../memories/routes.ts"
import { pageFitOperations } from "../page-fits/routes.ts"
import { pageRecipeOperations } from "../page-recipes/routes.ts"
import { panelOperations } from "../panel/routes.ts"
import { playbookOperations } from "../playbooks/routes.ts"
import { toneOperations } from "../tone/routes.ts"
import { voicePreviewOperations } from "../voice-preview/routes.ts"
import { voiceOperations } from "../voices/routes.ts"
import { eraseOperations } from "../privacy/erase.ts"
import { outcomeOperations } from "../review/outcome-routes.ts"
import { reviewOperations } from "../review/routes.ts"
import { usageOperations } from "../usage/routes.ts"
import { eventWebhookOperations } from "../webhooks/routes.ts"
import { readiness } from "./readiness.ts"

/** The routes that answer an extension of any version, because a client reads them before it knows the relay's. */
export const serverOperations = describeRoutes({
  "GET /v1/health": {
    summary: "Is it there, and what does it work with?",
    who: "anyone",
    answers: { 200: answer("Health", health) }
  },
  "GET /v1/ready": {
    summary: "Should requests be sent to it? The reasons if not.",
    who: "anyone",
    answers: { 200: answer("Ready", readiness), 503: answer("Not ready", readiness) }
  },
  "GET /v1/openapi.json": {
    summary: "This document.",
    who: "anyone",
    answers: { 200: { description: "An OpenAPI 3.1 document", types: ["application/json"] } }
  }
})

const described = {
  ...serverOperations,
  ...accessOperations,
  ...draftingOperations,
  ...usageOperations,
  ...outcomeOperations,
  ...panelOperations,
  ...reviewOperations,
  ...adminOperations,
  ...knowledgeOperations,
  ...webhookOperations,
  ...reportOperations,
  ...pastTicketOperations,
  ...maskingOperations,
  ...eraseOperations,
  ...playbookOperations,
  ...lookupOperations,
  ...voiceOperations,
  ...voicePreviewOperations,
  ...toneOperations,
  ...pageFitOperations,
  ...pageRecipeOperations,
  ...correctionOperations,
  ...intentOperations,
  ...memoryOperations,
  ...eventWebhookOperations
}

/** The descriptions of all routes of the API. */
export const OPERATIONS: Operations = described

/** The same with the exact types of their schemas, from which a client's types follow. */
export type DescribedOperations = typeof described
