/** What one lookup says of a ticket's customer: facts of another system, such as the shop. */
export interface LookedUp {
  /** The lookup's name: "shop-order". A fact of it is "shop-order.sent" in a playbook. */
  name: string
  /** What the system is called: "Shop". */
  title: string
  facts: LookedUpFact[]
}

export interface LookedUpFact {
  name: string
  /** As the agent reads it: "Sent on". */
  label: string
  /** It is absent if the system didn't answer, so that nobody takes it for "none". */
  value?: string | undefined
}

/** A value of an answer that tells who somebody is. It never leaves the browser, not even within another value. */
export interface Identity {
  kind: IdentityKind | FormKind
  value: string
  /** Masking found it by its form, so it may be a chance: it is sought as carefully as what a ticket's text gives. */
  byForm?: true
}
export const IDENTITY_KINDS = ["name", "email", "phone", "address", "organisation"] as const
export type IdentityKind = (typeof IDENTITY_KINDS)[number]
/** What else masking finds in an answer. No fact is declared as such. */
export const FORM_KINDS = [
  "place",
  "birth",
  "vehicle",
  "card",
  "iban",
  "account",
  "government",
  "secret",
  "ip",
  "link",
  "id"
] as const
export type FormKind = (typeof FORM_KINDS)[number]

/** Returns the facts that are known as lines of "label: value". */
export function lookedUpLines(lookups: readonly LookedUp[] | undefined): string[] {
  return (lookups ?? []).flatMap(({ facts }) =>
    facts.flatMap(({ label, value }) => (value === undefined ? [] : [`${label}: ${value}`]))
  )
}
