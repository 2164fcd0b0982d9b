import { chatwootCorrectable } from "./chatwoot/selectors.ts"
import type { Correctable } from "./contract/correctable.ts"
import { freescoutCorrectable } from "./freescout/selectors.ts"
import { freshdeskCorrectable } from "./freshdesk/selectors.ts"
import { frontCorrectable } from "./front/selectors.ts"
import { gmailCorrectable } from "./gmail/selectors.ts"
import { helpScoutCorrectable } from "./help-scout/selectors.ts"
import { hubspotCorrectable } from "./hubspot/selectors.ts"
import { intercomCorrectable } from "./intercom/selectors.ts"
import { osticketCorrectable } from "./osticket/selectors.ts"
import { redmineCorrectable } from "./redmine/selectors.ts"
import { requestTrackerCorrectable } from "./request-tracker/selectors.ts"
import { sampleCorrectable } from "./sample/selectors.ts"
import { zammadCorrectable } from "./zammad/selectors.ts"
import { zendeskCorrectable } from "./zendesk/selectors.ts"

/**
 * Which selectors of each helpdesk a signed correction may replace.
 * Written by `npm run registries` from the files: don't edit.
 */
export const correctables: readonly Correctable[] = [
  chatwootCorrectable,
  freescoutCorrectable,
  freshdeskCorrectable,
  frontCorrectable,
  gmailCorrectable,
  helpScoutCorrectable,
  hubspotCorrectable,
  intercomCorrectable,
  osticketCorrectable,
  redmineCorrectable,
  requestTrackerCorrectable,
  sampleCorrectable,
  zammadCorrectable,
  zendeskCorrectable
]
