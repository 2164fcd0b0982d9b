import type { PairedPerson } from "../../protocol/relay.ts"

/** A person with the sign-in they came by. */
export interface SignedIn {
  person: PairedPerson
  tenant: string
  /** Their sign-in in this browser. */
  family: string
  /** Of the access token. */
  expires: Date
  /** Newest version of the team's masking rules. */
  rules: number
}
