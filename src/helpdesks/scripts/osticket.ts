import { bringHelpdesk } from "../contract/in-page.ts"
import { osticket } from "../osticket/adapter.ts"
import { osticketCorrectable } from "../osticket/selectors.ts"

// Written by `npm run registries` from the files: don't edit.
bringHelpdesk(osticket, osticketCorrectable)
