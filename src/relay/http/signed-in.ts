import type { PairedPerson } from "../../protocol/relay.ts"
import type { OffSwitch } from "../../ticket/off-switch/off-switch.ts"

/** A person and the sign-in that their request belongs to. */
export interface SignedIn {
  person: PairedPerson
  tenant: string
  /** The id of their sign-in in this browser, which is a family of tokens. */
  family: string
  /** When the access token expires. */
  expires: Date
  /** The newest version of the team's masking rules. */
  rules: number
  /** The version of the team's lookups. */
  lookups: number
  /** The version of the places of pages that the team shares. */
  recipes: number
  /** The version of the corrected selectors of helpdesks' pages. */
  corrections: number
  /** Whether the team's browsers read earlier tickets of a requester. */
  earlier: boolean
  /** Whether agents may have attachments read in their browsers. */
  attachments: boolean
  /** What the team has switched off for some tickets or people. */
  offSwitches: { version: number; switches: readonly OffSwitch[] }
  /** What the team has set about the sites of its tickets, for `siteHashingOf`. Null if nothing was set. */
  siteSetting: string | null
}
