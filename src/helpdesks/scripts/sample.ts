import { bringHelpdesk } from "../contract/in-page.ts"
import { sample } from "../sample/adapter.ts"
import { sampleCorrectable } from "../sample/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(sample, sampleCorrectable)
