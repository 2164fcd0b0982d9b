import { currentScope, runInScope } from "./request-scope.ts"

/** Ids, names of our own code, counts and times. They never hold text from a person or a model. */
export type SpanAttributes = Record<string, string | number | boolean | undefined>

/** A piece of work with a beginning and an end. */
export interface Span {
  rename(name: string): void
  set(attributes: SpanAttributes): void
  /** Notes a moment within the span. */
  event(name: string): void
  /** Ends the span. An error is noted by its code or name only, because its message may quote a ticket. */
  end(error?: unknown): void
}

/** A span that is about to begin. */
export interface NewSpan {
  name: string
  kind: "server" | "client" | "internal"
  attributes: SpanAttributes
  /** The span around it, or the `traceparent` header of the browser that asked. */
  parent: Span | string | undefined
  /** How many milliseconds ago it began. */
  beganMsAgo?: number
}

/** What makes spans. `start-tracing.ts` has the one of OpenTelemetry, which is loaded only if traces are on. */
export type Tracer = (span: NewSpan) => Span

let tracer: Tracer | undefined

/** Sets what makes spans, or switches them off with undefined. */
export function setTracer(next: Tracer | undefined): void {
  tracer = next
}

/** Begins the span of a request, which the browser's `traceparent` makes part of its trace. */
export function startRequestSpan(name: string, traceparent: string | undefined, attributes: SpanAttributes): Span {
  return tracer?.({ name, kind: "server", attributes, parent: traceparent }) ?? NO_SPAN
}

/** Begins a span below the current one. The caller ends it. Work inside it is not below it: `inSpan` does that. */
export function startSpan(name: string, attributes: SpanAttributes = {}, kind: NewSpan["kind"] = "internal"): Span {
  return tracer?.({ name, kind, attributes, parent: currentScope()?.span }) ?? NO_SPAN
}

/** Runs work in a span below the current one. @throws what `work` throws */
export async function inSpan<Result>(
  name: string,
  attributes: SpanAttributes,
  work: (span: Span) => Result | Promise<Result>
): Promise<Result> {
  const scope = currentScope()
  if (!tracer || !scope?.span) return work(NO_SPAN)
  const span = startSpan(name, attributes)
  try {
    const result = await runInScope({ ...scope, span }, () => work(span))
    span.end()
    return result
  } catch (error) {
    span.end(error)
    throw error
  }
}

/** Adds a span that is over already, below the current one. Without one around it nothing is added. */
export function addSpan(name: string, attributes: SpanAttributes, ms: number, error?: unknown): void {
  const parent = currentScope()?.span
  if (parent) tracer?.({ name, kind: "client", attributes, parent, beganMsAgo: ms }).end(error)
}

const NO_SPAN: Span = { rename: () => undefined, set: () => undefined, event: () => undefined, end: () => undefined }
