import { chatwoot } from "../chatwoot/adapter.ts"
import { chatwootCorrectable } from "../chatwoot/selectors.ts"
import { bringHelpdesk } from "../contract/in-page.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(chatwoot, chatwootCorrectable)
