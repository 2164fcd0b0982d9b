import { bringHelpdesk } from "../contract/in-page.ts"
import { zendesk } from "../zendesk/adapter.ts"
import { zendeskCorrectable } from "../zendesk/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(zendesk, zendeskCorrectable)
