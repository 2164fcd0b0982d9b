import { recogniseChatwoot } from "./chatwoot/recognise.ts"
import type { Recogniser } from "./contract/adapter.ts"
import { recogniseFreescout } from "./freescout/recognise.ts"
import { recogniseFreshdesk } from "./freshdesk/recognise.ts"
import { recogniseFront } from "./front/recognise.ts"
import { recogniseGmail } from "./gmail/recognise.ts"
import { recogniseHelpScout } from "./help-scout/recognise.ts"
import { recogniseHubspot } from "./hubspot/recognise.ts"
import { recogniseIntercom } from "./intercom/recognise.ts"
import { recogniseOsticket } from "./osticket/recognise.ts"
import { recogniseRedmine } from "./redmine/recognise.ts"
import { recogniseRequestTracker } from "./request-tracker/recognise.ts"
import { recogniseSample } from "./sample/recognise.ts"
import { recogniseZammad } from "./zammad/recognise.ts"
import { recogniseZendesk } from "./zendesk/recognise.ts"

/**
 * One for each helpdesk, by its id. Every page loads these and nothing else of a helpdesk.
 * Written by `npm run registries` from the files: don't edit.
 */
export const recognisers: Readonly<Record<string, Recogniser>> = {
  chatwoot: recogniseChatwoot,
  freescout: recogniseFreescout,
  freshdesk: recogniseFreshdesk,
  front: recogniseFront,
  gmail: recogniseGmail,
  "help-scout": recogniseHelpScout,
  hubspot: recogniseHubspot,
  intercom: recogniseIntercom,
  osticket: recogniseOsticket,
  redmine: recogniseRedmine,
  "request-tracker": recogniseRequestTracker,
  sample: recogniseSample,
  zammad: recogniseZammad,
  zendesk: recogniseZendesk
}
