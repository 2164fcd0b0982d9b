import { bringHelpdesk } from "../contract/in-page.ts"
import { zammad } from "../zammad/adapter.ts"
import { zammadCorrectable } from "../zammad/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(zammad, zammadCorrectable)
