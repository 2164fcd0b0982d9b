import type { MaskRules } from "../../../masking/basis/masking-rules.ts"
import type { TicketMasker } from "../tickets/ticket-masker.ts"
import type { WebOptions } from "../web/web-client.ts"

/** What the sources of all helpdesks can be given. */
export interface HelpdeskReadOptions extends WebOptions {
  /** The team's masking rules, for solved tickets. */
  rules?: (signal: AbortSignal) => Promise<MaskRules>
  /** The default masker runs in a thread of its own. */
  masker?: (rules: MaskRules) => TicketMasker
  /** The first read leaves out tickets that haven't changed for this many days. The default is 365. */
  days?: number
  /** This many requests a second are sent at most. The default is 5. */
  perSecond?: number
}
