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

/** Why a lookup has no answer. */
export type LookupProblem =
  | "needs-permission"
  | "needs-secret"
  | "bad-secret"
  | "bad-value"
  | "timeout"
  | "unreachable"
  | "redirected"
  | "too-large"
  | "not-json"
  | "unmasked"
  | "refused"
  | "rate-limited"
  | "status"
  // Of a view that the relay asks: the relay's own reason, or a value that it may not have.
  | "view"
  | "masked-value"

/** What became of one lookup for a ticket, as the card "Customer" shows it. It never leaves the browser. */
export interface LookupResult {
  name: string
  title: string
  /** The host that was asked, or is to be allowed, and its origin. */
  host: string
  origin: string
  /** The hash of the definition that a press on "Allow" is for. */
  definition?: string
  /** "none": the system answered and knows nothing. "not-asked": the ticket lacks a value, `missing`; of "masked-value", it is the one. */
  state: "found" | "none" | "failed" | "not-asked"
  missing?: string
  problem?: LookupProblem
  /** The HTTP status, for "status" and "refused". */
  status?: number
  /** The relay's own sentence, for "view". */
  said?: string
  /** From when on the system may be asked again, ISO 8601, for "rate-limited". */
  until?: string
  /** The secrets to type, for "needs-secret", "bad-secret" and "refused". */
  secrets?: { name: string; label: string }[]
  /** ISO 8601. */
  at: string
  /** The system has more than was read. */
  more?: true
  /** The draft shown was written with other facts of it. */
  earlier?: true
  facts: LookupFact[]
}

export interface LookupFact {
  name: string
  label: string
  value?: string
  /** What the agent typed for a fact that isn't known. The draft has it as a field of the ticket. */
  typed?: string
  /**
   * Why it isn't sent. "identity": it tells who somebody is. "orders": it reads like an instruction to a machine.
   * "note": it repeats an internal note, or stands where helpdesks keep those. "secret": the answer repeated what was
   * typed as a secret, so not even the agent is shown it.
   */
  withheld?: "identity" | "orders" | "note" | "secret"
}

/** What was looked up for a ticket. None of it is stored but in the draft that it was used for, encrypted. */
export interface Lookups {
  results: LookupResult[]
  identities: Identity[]
}
