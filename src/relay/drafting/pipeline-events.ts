import type { DraftRequest, PairedPerson, RelayEvent, SummaryRequest } from "../../protocol/relay.ts"

/** What the relay asks for drafts and summaries. `drafting/pipeline.ts` makes the real one, tests inject their own. */
export interface Pipeline {
  /** Name of the configured model, or null: the offline drafter. */
  readonly model: string | null
  /** Hash of everything that shapes a draft; stands on every draft. */
  readonly version: string
  /**
   * Writes one draft. The last event is `draft-end` or `draft-error`; a throw becomes a `draft-error` and is logged by
   * id. Returns soon after `signal` is aborted, without a last event: nobody listens any more.
   */
  run(request: DraftRequest, person: PairedPerson, emit: Emit, signal: AbortSignal): Promise<void>
  /** The same for a summary; the last event is `summary-end` or `draft-error`. */
  summarise(request: SummaryRequest, person: PairedPerson, emit: Emit, signal: AbortSignal): Promise<void>
}

/** Never throws and never waits; after the last event, or once aborted, it does nothing. */
export type Emit = (event: PipelineEvent) => void
/**
 * Everything that goes to the browser but the heartbeat, which is the stream's own; and what is kept for "What the
 * model saw".
 */
export type PipelineEvent = StreamEvent | UpstreamEvent
export type StreamEvent = Exclude<RelayEvent, { type: "heartbeat" }>
/**
 * The exact body that goes to the model, without the key. Stored by draft id, never sent in the stream. Emit it before
 * the first text.
 */
export interface UpstreamEvent {
  type: "upstream"
  model: string
  url: string
  body: string
}

/** True for the event after which no other may come. */
export function isLastEvent(event: StreamEvent): boolean {
  return event.type === "draft-end" || event.type === "summary-end" || event.type === "draft-error"
}
