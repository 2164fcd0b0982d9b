import type { ServerResponse } from "node:http"
import { Problem } from "../../runtime/problem.ts"

/** The answers that take long: drafts, summaries and questions. A relay that stops lets those end that have begun. */
export interface OpenStreams {
  /**
   * Counts an answer until its connection is closed.
   * @throws Problem 503 "shutting-down" once the relay is stopping
   */
  enter(outgoing: ServerResponse): void
  /** How many are open. */
  count(): number
  /** True once `stop` was called. */
  isStopping(): boolean
  /** Refuses new streams, and resolves when the open ones have ended, or after `graceMs` at the latest. */
  stop(graceMs: number): Promise<void>
}

/** After this many seconds another relay, or this one started again, is likely to answer. */
const RETRY_AFTER = 5

export function createOpenStreams(): OpenStreams {
  const open = new Set<ServerResponse>()
  const drained = Promise.withResolvers<void>()
  let isStopping = false
  return {
    enter(outgoing) {
      if (isStopping)
        throw new Problem(
          503,
          "shutting-down",
          "The relay is being stopped or updated: ask again in a moment, when it or another one is there.",
          { retryable: true, retryAfter: RETRY_AFTER }
        )
      if (outgoing.destroyed) return
      open.add(outgoing)
      outgoing.once("close", () => {
        open.delete(outgoing)
        if (isStopping && open.size === 0) drained.resolve()
      })
    },
    count: () => open.size,
    isStopping: () => isStopping,
    async stop(graceMs) {
      isStopping = true
      if (open.size === 0 || graceMs <= 0) return
      const late = setTimeout(() => drained.resolve(), graceMs)
      await drained.promise
      clearTimeout(late)
    }
  }
}
