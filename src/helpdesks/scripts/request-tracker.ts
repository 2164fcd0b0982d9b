import { bringHelpdesk } from "../contract/in-page.ts"
import { requestTracker } from "../request-tracker/adapter.ts"
import { requestTrackerCorrectable } from "../request-tracker/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(requestTracker, requestTrackerCorrectable)
