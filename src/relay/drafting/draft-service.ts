import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import type { DraftRequest, PairedPerson, SitedDraftRequest } from "../../protocol/relay.ts"
import { saveFeedback, feedbackOf } from "../../knowledge/feedback/save-feedback.ts"
import { scopeOf } from "../../search/candidates/scope.ts"
import type { Log } from "../../runtime/log.ts"
import { measureDraft } from "../../runtime/metrics/draft-metrics.ts"
import { inSpan } from "../../runtime/scope/span.ts"
import { Problem } from "../../runtime/problem.ts"
import type { DraftState, Schema } from "../../storage/schema.ts"
import { databaseProblem } from "../../storage/database-problem.ts"
import { beginDraft, cutLeftOverDrafts, findDraft, readEvents } from "./draft-store.ts"
import { createDraftWriter } from "./draft-writer.ts"
import { MOST_IN_FLIGHT, refuseTooMany } from "./in-flight.ts"
import { RunningDraft, type Listener } from "./running-draft.ts"
import { isLastEvent, type Pipeline, type PipelineEvent, type StreamEvent } from "./pipeline-events.ts"

export interface DraftService {
  /**
   * Begins a draft, or finds it again by its id. The returned function attaches a listener, who gets everything from
   * the start of what was written.
   * @throws Problem 409 "draft-taken" when the id belongs to another person or another request, 410 "ticket-erased",
   * 429 "too-many-drafts".
   */
  open(request: SitedDraftRequest, person: PairedPerson): Promise<(listener: Listener) => void>
  /** Stops the drafts that are being written for this ticket at any of these sites, and waits until none is stored. */
  erase(sites: readonly string[], helpdesk: string, ticketId: string): Promise<void>
  /** Stops all drafts, and keeps what was written of them. */
  close(): Promise<void>
}

export async function createDraftService(
  db: Kysely<Schema>,
  pipeline: Pipeline,
  log: Log,
  clock: () => Date
): Promise<DraftService> {
  await cutLeftOverDrafts(db, clock())
  const running = new Map<string, { draft: RunningDraft; begun: ReturnType<typeof beginDraft>; over: Promise<void> }>()

  async function open(
    { ticket: { site, ...ticket }, ...rest }: SitedDraftRequest,
    person: PairedPerson
  ): Promise<(listener: Listener) => void> {
    const { draftId, ...others } = rest
    const request: DraftRequest = { draftId, ticket, ...others }
    // The site is left out of the comparison: a body that an older extension kept, or one from before sites were hashed,
    // is the same request.
    const hash = createHash("sha256").update(JSON.stringify(request)).digest()
    const known = running.get(request.draftId)
    // A draft that is asked for again is under way already, or it has ended and is only read.
    const own = [...running.values()].filter(({ draft }) => draft.person === person.id).length
    if (!known && own >= MOST_IN_FLIGHT && !(await findDraft(db, request.draftId))) refuseTooMany(own)
    const { draft, begun, over } = known ?? running.get(request.draftId) ?? begin(request, site, person, hash)
    const state = await begun
    if (state === "erased") throw new Problem(410, "ticket-erased", "This ticket was erased: ask for a new draft.")
    if (state === "begun") {
      checkSame({ person: draft.person, hash: draft.hash }, person, hash)
      if (!draft.stop.signal.aborted) return (listener) => draft.attach(listener)
      // The last listener has just gone, and what was written is still being stored.
      await over
    }
    return replay(request.draftId, person, hash)
  }

  function begin(request: DraftRequest, site: string, person: PairedPerson, hash: Buffer) {
    const {
      draftId: id,
      ticket: { helpdesk, ticketId },
      sources
    } = request
    const draft = new RunningDraft(id, person.id, hash, { site, helpdesk, ticketId })
    const begun = beginDraft(
      db,
      {
        id,
        person: person.id,
        site,
        helpdesk,
        ticket_id: ticketId,
        request_hash: hash,
        model: pipeline.model ?? "offline",
        pipeline_version: pipeline.version,
        request: JSON.stringify(request.ticket),
        subject: request.ticket.subject.replaceAll("\0", ""),
        created_at: clock()
      },
      sources &&
        (async (work) =>
          saveFeedback(work, await scopeOf(work, helpdesk, person), {
            id,
            said: feedbackOf(sources),
            site,
            helpdesk,
            ticketId,
            person: person.id,
            at: clock()
          }))
    )
    const over = begun
      .then((state) => (state === "begun" ? write(draft, request, person) : undefined))
      .catch((error: unknown) => log.error("draft-not-begun", error, { draftId: id }))
      .finally(() => running.delete(id))
    const entry = { draft, begun, over }
    running.set(id, entry)
    return entry
  }

  async function write(draft: RunningDraft, request: DraftRequest, person: PairedPerson): Promise<void> {
    const stop = draft.stop.signal
    const meter = measureDraft()
    let last: StreamEvent | undefined
    let settle = () => {}
    const ended = new Promise<void>((resolve) => (settle = resolve))
    const end = (event: StreamEvent) => {
      if (stop.aborted) return
      last ??= event
      settle()
    }
    const writer = createDraftWriter(db, draft.id, (error) => end(notStored(error)))
    const emit = (event: PipelineEvent) => {
      if (last || stop.aborted) return
      if (event.type === "upstream") return writer.upstream(event)
      if (isLastEvent(event)) return end(event)
      if (event.type === "draft-delta") meter.text()
      draft.send(event)
      writer.add(event)
    }
    if (!stop.aborted) {
      stop.addEventListener("abort", settle, { once: true })
      inSpan("draft", { "replywright.draft": draft.id }, () => pipeline.run(request, person, emit, stop)).then(
        () => end(failed("draft-cut", "The draft ended before it was whole: ask again.")),
        (error: unknown) => {
          if (!stop.aborted) log.error("draft-failed", error, { draftId: draft.id })
          end(storageError(error) ?? failed("draft-failed", "The relay could not write this draft: ask again."))
        }
      )
      await ended
    }
    // The upstream request ends with the draft, however the draft ended.
    draft.stop.abort()
    if (draft.erased) await writer.drop()
    else await keep(draft, writer, last)
    meter.end(endedAs(last, pipeline.model ?? "offline"))
    draft.end()
  }

  /** The last event is sent only after it is stored: who has seen the end of a draft can have it again. */
  async function keep(
    draft: RunningDraft,
    writer: ReturnType<typeof createDraftWriter>,
    last: StreamEvent | undefined
  ): Promise<void> {
    const { state, code } = endedAs(last, "")
    try {
      await writer.end(state, last ? [last] : [], clock())
      if (last) draft.send(last)
      log.info("draft-ended", { draftId: draft.id, state, code })
    } catch (error) {
      log.error("draft-not-stored", error, { draftId: draft.id })
      draft.send(notStored(error))
    }
  }

  async function replay(id: string, person: PairedPerson, hash: Buffer): Promise<(listener: Listener) => void> {
    const draft = await findDraft(db, id)
    if (!draft) throw new Problem(410, "ticket-erased", "This ticket was erased: ask for a new draft.")
    checkSame({ person: draft.person, hash: draft.request_hash }, person, hash)
    const events = await readEvents(db, id)
    const whole = events.some(isLastEvent)
    return (listener) => {
      for (const event of events) listener.send(event)
      if (!whole) listener.send(failed("draft-cut", "The draft was cut off before its end: ask for a new one."))
      listener.end()
    }
  }

  async function erase(sites: readonly string[], helpdesk: string, ticketId: string): Promise<void> {
    const entries = [...running.values()].filter(
      ({ draft: { ticket } }) =>
        sites.includes(ticket.site) && ticket.helpdesk === helpdesk && ticket.ticketId === ticketId
    )
    for (const { draft } of entries) {
      draft.erased = true
      draft.send({ type: "draft-error", code: "ticket-erased", message: "This ticket was erased.", retryable: false })
      draft.stop.abort()
    }
    await Promise.all(entries.map(({ over }) => over))
  }

  async function close(): Promise<void> {
    const entries = [...running.values()]
    for (const { draft } of entries) draft.stop.abort()
    await Promise.all(entries.map(({ over }) => over))
  }

  return { open, erase, close }
}

function checkSame(draft: { person: string; hash: Buffer }, person: PairedPerson, hash: Buffer): void {
  if (draft.person === person.id && draft.hash.equals(hash)) return
  throw new Problem(409, "draft-taken", "This draft id belongs to another request: ask with a new one.")
}

/** Returns how a draft ended. `configured` is the model that was to write it. */
function endedAs(
  last: StreamEvent | undefined,
  configured: string
): { state: DraftState; model: string; code?: string | undefined } {
  if (last?.type === "draft-end") return { state: "done", model: last.model }
  if (last?.type === "draft-error") return { state: "failed", model: configured, code: last.code }
  return { state: "cut", model: configured }
}

function failed(code: string, message: string): StreamEvent {
  return { type: "draft-error", code, message, retryable: true }
}

function storageError(error: unknown): StreamEvent | undefined {
  const trouble = databaseProblem(error)
  return trouble && { type: "draft-error", code: trouble.code, message: trouble.message, retryable: trouble.retryable }
}

function notStored(error: unknown): StreamEvent {
  return storageError(error) ?? failed("draft-failed", "The relay could not store this draft: ask again.")
}
