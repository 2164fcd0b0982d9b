import { bringHelpdesk } from "../contract/in-page.ts"
import { freescout } from "../freescout/adapter.ts"
import { freescoutCorrectable } from "../freescout/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(freescout, freescoutCorrectable)
