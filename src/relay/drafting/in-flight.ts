import { Problem } from "../../runtime/problem.ts"

/**
 * How many drafts, and how many summaries, one person may have under way at once. It is enough for the ticket in front,
 * those in other tabs, and three prepared ones.
 */
export const MOST_IN_FLIGHT = 6
/** After this many seconds one of them has usually ended. */
const RETRY_AFTER = 5

/** Refuses one more than may be under way. @throws Problem 429 "too-many-drafts" */
export function refuseTooMany(underWay: number): void {
  if (underWay < MOST_IN_FLIGHT) return
  throw new Problem(
    429,
    "too-many-drafts",
    `${MOST_IN_FLIGHT} of your drafts are being written just now, which is as many as may be at once. Ask again when one of them has ended.`,
    { retryable: true, retryAfter: RETRY_AFTER }
  )
}

/** Counts what is under way for each person. */
export function createInFlight() {
  const counts = new Map<string, number>()
  return {
    /** Counts one more, and returns a function to call once when it has ended. @throws Problem 429 */
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
