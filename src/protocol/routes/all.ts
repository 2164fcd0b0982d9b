import { accessOperations } from "./access.ts"
import { adminOperations } from "./admin.ts"
import { caseWorkOperations } from "./case-work.ts"
import { draftingOperations } from "./drafting.ts"
import { eraseOperations } from "./erase.ts"
import { intentOperations } from "./intents.ts"
import { knowledgeOperations, pastTicketOperations, reportOperations, webhookOperations } from "./knowledge.ts"
import { lookupOperations } from "./lookups.ts"
import { maskingOperations } from "./masking-rules.ts"
import { memoryOperations } from "./memories.ts"
import { offSwitchOperations } from "./off-switches.ts"
import { correctionOperations, pageFitOperations, pageRecipeOperations } from "./helpdesk-pages.ts"
import { panelOperations } from "./panel.ts"
import { peopleOperations } from "./people.ts"
import { playbookOperations } from "./playbooks.ts"
import { outcomeOperations, reviewOperations, toneOperations } from "./review.ts"
import { requesterOperations } from "./requesters.ts"
import { scimOperations } from "./scim.ts"
import { serverOperations } from "./server.ts"
import { signInOperations } from "./sign-in.ts"
import { usageOperations } from "./usage.ts"
import { voiceOperations, voicePreviewOperations } from "./voices.ts"
import { eventWebhookOperations } from "./webhooks.ts"

/** The descriptions of all routes of the relay's API, with the exact types of their schemas. */
export const ROUTES = {
  ...serverOperations,
  ...accessOperations,
  ...signInOperations,
  ...scimOperations,
  ...draftingOperations,
  ...usageOperations,
  ...outcomeOperations,
  ...panelOperations,
  ...reviewOperations,
  ...caseWorkOperations,
  ...peopleOperations,
  ...adminOperations,
  ...knowledgeOperations,
  ...webhookOperations,
  ...reportOperations,
  ...pastTicketOperations,
  ...maskingOperations,
  ...eraseOperations,
  ...requesterOperations,
  ...playbookOperations,
  ...lookupOperations,
  ...offSwitchOperations,
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

export type Routes = typeof ROUTES
