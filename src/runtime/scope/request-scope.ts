import { AsyncLocalStorage } from "node:async_hooks"
import type { Span } from "./span.ts"

/** What belongs to the request that is being worked on, however deep the work lies. */
export interface RequestScope {
  /** The id that the answer's header and its error body name, and every line of the log. */
  requestId: string
  /** The span that further spans belong to, or undefined if no traces are made. */
  span: Span | undefined
}

const scopes = new AsyncLocalStorage<RequestScope | undefined>()

/** Runs work that belongs to a request. */
export function runInScope<Result>(scope: RequestScope, work: () => Result): Result {
  return scopes.run(scope, work)
}

/**
 * Runs work that belongs to no request although one has caused it, such as what a connection does that later requests
 * use as well.
 */
export function runOutsideScope<Result>(work: () => Result): Result {
  return scopes.run(undefined, work)
}

/** Returns the scope of the request that is being worked on, or undefined for what the relay does by itself. */
export function currentScope(): RequestScope | undefined {
  return scopes.getStore()
}
