import { bringHelpdesk } from "../contract/in-page.ts"
import { hubspot } from "../hubspot/adapter.ts"
import { hubspotCorrectable } from "../hubspot/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(hubspot, hubspotCorrectable)
