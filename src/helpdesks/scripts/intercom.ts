import { bringHelpdesk } from "../contract/in-page.ts"
import { intercom } from "../intercom/adapter.ts"
import { intercomCorrectable } from "../intercom/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(intercom, intercomCorrectable)
