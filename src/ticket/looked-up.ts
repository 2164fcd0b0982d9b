/** A value of an answer that tells who somebody is. It never leaves the browser, not even within another value. */
export interface Identity {
  kind: IdentityKind
  value: string
}
export const IDENTITY_KINDS = ["name", "email", "phone", "address", "organisation"] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]
