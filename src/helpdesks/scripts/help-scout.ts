import { bringHelpdesk } from "../contract/in-page.ts"
import { helpScout } from "../help-scout/adapter.ts"
import { helpScoutCorrectable } from "../help-scout/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(helpScout, helpScoutCorrectable)
