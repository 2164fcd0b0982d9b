import type { PanelState, Preparing } from "./panel.ts"
import type { PairedPerson } from "./relay.ts"

/** What the popup shows. */
export interface PopupStatus {
  person?: PairedPerson
  address: string
  relay: PanelState["relay"]["state"]
  model: string | null
  /** A lead's sign-in for the review, beside the person's; or the person's own, where that is a lead's. */
  reviewer?: PairedPerson
  /** The same of an admin, for the admin page. */
  admin?: PairedPerson
  /** Origin of the tab in front, if it is a web page, and whether its tickets are read. */
  site?: { origin: string; on: boolean; builtIn: boolean; ticket?: string }
  kept: PanelState["kept"]
  preparing?: Preparing
}
