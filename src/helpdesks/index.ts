import { chatwoot } from "./chatwoot/adapter.ts"
import type { HelpdeskAdapter } from "./contract/adapter.ts"
import { freescout } from "./freescout/adapter.ts"
import { freshdesk } from "./freshdesk/adapter.ts"
import { front } from "./front/adapter.ts"
import { gmail } from "./gmail/adapter.ts"
import { helpScout } from "./help-scout/adapter.ts"
import { hubspot } from "./hubspot/adapter.ts"
import { intercom } from "./intercom/adapter.ts"
import { osticket } from "./osticket/adapter.ts"
import { redmine } from "./redmine/adapter.ts"
import { requestTracker } from "./request-tracker/adapter.ts"
import { sample } from "./sample/adapter.ts"
import { zammad } from "./zammad/adapter.ts"
import { zendesk } from "./zendesk/adapter.ts"

/**
 * Every helpdesk that is known. The first that matches a page reads it.
 * Written by `npm run registries` from the files: don't edit.
 */
export const adapters: readonly HelpdeskAdapter[] = [
  chatwoot,
  freescout,
  freshdesk,
  front,
  gmail,
  helpScout,
  hubspot,
  intercom,
  osticket,
  redmine,
  requestTracker,
  sample,
  zammad,
  zendesk
]
