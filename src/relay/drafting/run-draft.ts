import type { DraftRequest, PairedPerson } from "../../protocol/relay.ts"
import { measureDraft } from "../../runtime/metrics/draft-metrics.ts"
import { inSpan } from "../../runtime/scope/span.ts"
import { DraftUsage } from "../usage/draft-usage.ts"
import { CUT_OFF, endedAs, ERASED, failed, notStored, storageError } from "./draft-ends.ts"
import type { DraftServiceParts } from "./draft-service.ts"
import { createDraftWriter, type DraftWriter } from "./draft-writer.ts"
import { isErased } from "./orphaned-drafts.ts"
import { isLastEvent, type PipelineEvent, type StreamEvent } from "./pipeline/pipeline-events.ts"
import type { RunningDraft } from "./running-draft.ts"

/**
 * Has the pipeline write a draft, sends its listeners what comes, and stores it. Resolves when the end is stored and
 * sent, or when the draft was stopped and what was written of it is stored.
 */
export async function runDraft(
  draft: RunningDraft,
  request: DraftRequest,
  person: PairedPerson,
  parts: DraftServiceParts
): Promise<void> {
  const { db, pipeline, log, clock, presence } = parts
  const stop = draft.stop.signal
  const meter = measureDraft()
  draft.isStored = true
  const usage = new DraftUsage(stop, (error) => log.error("usage-not-stored", error, { draftId: draft.id }))
  const ending = new Ending(stop)
  const writer = createDraftWriter(
    db,
    { id: draft.id, relay: presence.id, key: draft.key, usage },
    { onFailed: (error) => ending.end(notStored(error)), onLost: () => ending.end(CUT_OFF) }
  )
  draft.flush = writer.flush
  const emit = (event: PipelineEvent) => {
    if (ending.isOver) return
    if (event.type === "upstream") return writer.upstream(event)
    if (isLastEvent(event)) return ending.end(event)
    if (event.type === "draft-delta") meter.text()
    if (event.type === "draft-waiting") return draft.wait(event)
    draft.send(event)
    writer.add(event)
  }
  if (!stop.aborted)
    inSpan("draft", { "replywright.draft": draft.id }, () => pipeline.run(request, person, emit, stop, usage)).then(
      () => ending.end(failed("draft-cut", "The draft ended before it was whole: ask again.")),
      (error: unknown) => {
        if (!stop.aborted) log.error("draft-failed", error, { draftId: draft.id })
        ending.end(storageError(error) ?? failed("draft-failed", "The relay could not write this draft: ask again."))
      }
    )
  const last = await ending.event
  // The upstream request ends with the draft, however the draft ended.
  draft.stop.abort()
  if (draft.isErased) await Promise.all([writer.drop(), usage.storeAlone(db, clock())])
  else await storeEnd(draft, writer, last, parts)
  meter.end(endedAs(last, pipeline.model ?? "offline"))
  draft.end()
}

/** The first event that ends a draft counts. A draft that is stopped ends without one. */
class Ending {
  /** Resolves to the last event, or to undefined if the draft was stopped. */
  readonly event: Promise<StreamEvent | undefined>
  readonly #resolve: (event: StreamEvent | undefined) => void
  readonly #stop: AbortSignal
  #hasEvent = false

  constructor(stop: AbortSignal) {
    const { promise, resolve } = Promise.withResolvers<StreamEvent | undefined>()
    this.event = promise
    this.#resolve = resolve
    this.#stop = stop
    if (stop.aborted) resolve(undefined)
    else stop.addEventListener("abort", () => resolve(undefined), { once: true })
  }

  /** True if no further event belongs to the draft. */
  get isOver(): boolean {
    return this.#hasEvent || this.#stop.aborted
  }

  end(event: StreamEvent): void {
    this.#hasEvent = true
    this.#resolve(event)
  }
}

/** The last event is sent only after it is stored: who has seen the end of a draft can have it again. */
async function storeEnd(
  draft: RunningDraft,
  writer: DraftWriter,
  last: StreamEvent | undefined,
  { db, log, clock }: DraftServiceParts
): Promise<void> {
  const { state, code } = endedAs(last, "")
  try {
    if (!(await writer.end(state, last ? [last] : [], clock()))) {
      log.warn("draft-lost", { draftId: draft.id })
      return draft.send((await isErased(db, draft.id)) ? ERASED : CUT_OFF)
    }
    if (last) draft.send(last)
    log.info("draft-ended", { draftId: draft.id, state, code })
  } catch (error) {
    log.error("draft-not-stored", error, { draftId: draft.id })
    draft.send(notStored(error))
  }
}
