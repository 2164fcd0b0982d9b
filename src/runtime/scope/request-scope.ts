import { AsyncLocalStorage } from "node:async_hooks"
import type { Span } from "./span.ts"

/** What belongs to the request that is being worked on, however deep the work lies. */
export interface RequestScope {
  /** The id that the answer's header and its error body name, and every line of the log. */
  requestId: string
  /** The span that further spans belong to, or undefined if no traces are made. */
  span: Span | undefined
  /** Nothing may be asked of a model for it. Work below it shares this object. */
  models: { areOff: boolean }
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

/** Keeps all further work for the request from asking a model. */
export function switchModelsOff(): void {
  const scope = scopes.getStore()
  if (!scope) throw new Error("Models are switched off for a request only.")
  scope.models.areOff = true
}

/** @throws Error where a model would be asked although none may be: whoever asks has to look first */
export function requireModelsOn(): void {
  if (areModelsOff()) throw new Error("A model was to be asked for a request for which models are switched off.")
}

/** Returns whether the work belongs to a request for which no model may be asked. */
export const areModelsOff = (): boolean => scopes.getStore()?.models.areOff === true

/** Returns the scope of the request that is being worked on, or undefined for what the relay does by itself. */
export function currentScope(): RequestScope | undefined {
  return scopes.getStore()
}
