import { Problem } from "../../runtime/problem.ts"

/**
 * Drafts, and summaries, that one person may have under way at once: a ticket in front, those beside it and three
 * prepared ones.
 */
export const MOST_IN_FLIGHT = 6
/** Seconds after which one of them has usually ended. */
const RETRY_AFTER = 5

/** @throws Problem 429 "too-many-drafts" where as many are under way already */
export function refuseTooMany(underWay: number): void {
  if (underWay < MOST_IN_FLIGHT) return
  throw new Problem(
    429,
    "too-many-drafts",
    `${MOST_IN_FLIGHT} of your drafts are being written just now, which is as many as may be at once. Ask again when one of them has ended.`,
    { retryable: true, retryAfter: RETRY_AFTER }
  )
}

/** Counts by person what is under way. */
export function createInFlight() {
  const counts = new Map<string, number>()
  return {
    /** @returns to be called once, when it has ended @throws Problem 429 */
    enter(person: string): () => void {
      const before = counts.get(person) ?? 0
      refuseTooMany(before)
      counts.set(person, before + 1)
      return () => {
        const left = (counts.get(person) ?? 1) - 1
        if (left === 0) counts.delete(person)
        else counts.set(person, left)
      }
    }
  }
}
