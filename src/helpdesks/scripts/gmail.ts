import { bringHelpdesk } from "../contract/in-page.ts"
import { gmail } from "../gmail/adapter.ts"
import { gmailCorrectable } from "../gmail/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(gmail, gmailCorrectable)
