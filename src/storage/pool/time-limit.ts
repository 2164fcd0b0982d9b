import { AsyncLocalStorage } from "node:async_hooks"

/** How long a statement of a relay may take, in milliseconds. Browsers wait 15 seconds for an answer. */
export const USUAL_LIMIT_MS = 10_000
/** The same for answers that take long in a large team: figures over all cases, and exports of them. */
const LONG_ANSWER_MS = 60_000
/** The same for jobs that nobody waits for: imports, retention, reports, training. */
const LONG_WORK_MS = 3_600_000
/** The same for what others wait for, such as a sign of life. */
export const SHORT_LIMIT_MS = 2_000

const limits = new AsyncLocalStorage<{ limitMs: number | undefined }>()

/**
 * Runs work of which no statement may take longer, however deep in it. The limit of the innermost work counts.
 * @param limitMs undefined for as long as it takes
 */
export function withTimeLimit<Result>(limitMs: number | undefined, work: () => Result): Result {
  return limits.run({ limitMs }, work)
}

/** Runs a job whose statements may take an hour each. */
export function asLongWork<Result>(work: () => Result): Result {
  return withTimeLimit(LONG_WORK_MS, work)
}

/** Runs work for an answer whose statements may take a minute each. */
export function asLongAnswer<Result>(work: () => Result): Result {
  return withTimeLimit(LONG_ANSWER_MS, work)
}

/**
 * Returns the limit of the work that calls it.
 * @param usualMs for work that has none of its own
 */
export function timeLimit(usualMs: number): number | undefined {
  const own = limits.getStore()
  return own ? own.limitMs : usualMs
}
