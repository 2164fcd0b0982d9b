import { bringHelpdesk } from "../contract/in-page.ts"
import { redmine } from "../redmine/adapter.ts"
import { redmineCorrectable } from "../redmine/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(redmine, redmineCorrectable)
