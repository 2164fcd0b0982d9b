import type { PanelState } from "./panel.ts"
import type { PolicyFault } from "./notice.ts"
import type { PairedPerson } from "./relay.ts"

/** What the popup shows. */
export interface PopupStatus {
  person?: PairedPerson
  address: string
  /** What the person has typed as a relay's address, if it isn't paired with yet. */
  typed?: string
  /** The organisation's policy has set the address. */
  fixed?: true
  policy?: PolicyFault
  relay: PanelState["relay"]["state"]
  model: string | null
  /** A lead's sign-in for the review, besides the person's, or the person's own if they are a lead. */
  reviewer?: PairedPerson
  /** The same for an admin and the admin page. */
  admin?: PairedPerson
  /** The open tab's, if it is a web page. */
  site?: SiteStatus
  kept: PanelState["kept"]
  preparing?: Preparing
}

/** What a wipe deletes: the sites' permissions, the sign-in with the settings, and the drafts with their results. */
export type WipedPart = "sites" | "sign-in" | "drafts"

/** A site, and whether its tickets are read. `builtIn` is one that the manifest names. */
export interface SiteStatus {
  origin: string
  on: boolean
  builtIn: boolean
  ticket?: string
  /** The organisation's policy doesn't allow it. */
  forbidden?: true
  /** It allows no site, because these names in it mean nothing. */
  unknown?: string[]
  /** It isn't allowed, and the team shares where its pages have their tickets. */
  shown?: true
  /** The helpdesk itself greets and signs what is sent, so that Insert leaves both out. */
  framed?: true
  /** Its tab, where that is in front. */
  tabId?: number
}

/**
 * `on` prepares when a ticket opens, `list` also prepares the next ones of the visible list. `off` says why none is
 * prepared now: the organisation's policy, the person's own choice, ten in a row that nobody used, the day's budget, or
 * because an admin has switched it off for the team.
 */
export interface Preparing {
  on: boolean
  list: boolean
  off?: "policy" | "choice" | "unused" | "budget" | "team"
}

/** The same for a ticket. "rule": it is switched off for this ticket or person. */
export interface TicketPreparing extends Omit<Preparing, "off"> {
  off?: NonNullable<Preparing["off"]> | "rule"
}
