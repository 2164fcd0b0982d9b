import { bringHelpdesk } from "../contract/in-page.ts"
import { freshdesk } from "../freshdesk/adapter.ts"
import { freshdeskCorrectable } from "../freshdesk/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(freshdesk, freshdeskCorrectable)
