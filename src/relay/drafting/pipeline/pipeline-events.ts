import type { HeldUsage, ModelError } from "../../../models/drafter/contract.ts"
import type { DraftRequest, PairedPerson, RelayEvent, SummaryRequest } from "../../../protocol/relay.ts"

/** What writes drafts and summaries. `drafting/pipeline.ts` creates the real one, and tests inject their own. */
export interface Pipeline {
  /** The name of the configured model, or null if the offline drafter writes. */
  readonly model: string | null
  /** A hash of everything that shapes a draft. It is stored with every draft. */
  readonly version: string
  /** Returns the version with the team's voices and memories as they are now, which drafts bear. Without it, `version` is the one. */
  versionNow?(): Promise<string>
  /** Returns why no draft can be taken now, if every model has as many waiting as may wait. */
  refusal?(prepared: boolean): ModelError | undefined
  /**
   * Writes one draft. The last event is `draft-end` or `draft-error`. An exception becomes a `draft-error` and is
   * logged with the draft's id. It returns soon after `signal` is aborted, without a last event, because nobody
   * listens. `held` takes what models used, to store it with the draft.
   */
  run(request: DraftRequest, person: PairedPerson, emit: Emit, signal: AbortSignal, held?: HeldUsage): Promise<void>
  /** Writes one summary in the same way. The last event is `summary-end` or `draft-error`. */
  summarise(request: SummaryRequest, person: PairedPerson, emit: Emit, signal: AbortSignal): Promise<void>
}

/** Takes an event. It never throws and never waits. After the last event, or once aborted, it does nothing. */
export type Emit = (event: PipelineEvent) => void
/**
 * Every event that goes to the browser, except the heartbeat, which the stream sends by itself, and the event that is
 * kept for the request inspector.
 */
export type PipelineEvent = StreamEvent | UpstreamEvent
export type StreamEvent = Exclude<RelayEvent, { type: "heartbeat" }>
/**
 * The exact body that goes to the model, without the key. It is stored by the draft's id and never sent in the stream.
 * A pipeline emits it before the first text.
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
