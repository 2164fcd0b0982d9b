import type { PairedPerson } from "./relay.ts"

/** Says whether a person's role may review. */
export const mayReview = (person: Pick<PairedPerson, "role"> | undefined): boolean =>
  person?.role === "lead" || person?.role === "admin"

export const isAdmin = (person: Pick<PairedPerson, "role"> | undefined): boolean => person?.role === "admin"

/**
 * The name under which the lead's pages keep what isn't saved yet. It is in the session's memory, because it may
 * contain a customer's words.
 */
export const UNSAVED_REVIEWS = "review.unsaved"
