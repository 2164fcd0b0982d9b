import { bringHelpdesk } from "../contract/in-page.ts"
import { front } from "../front/adapter.ts"
import { frontCorrectable } from "../front/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(front, frontCorrectable)
