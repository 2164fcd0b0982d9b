import { withoutReadElsewhere } from "../../ticket/masked-ticket.ts"
import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import type { DraftRequest, PairedPerson, SitedDraftRequest } from "../../protocol/relay.ts"
import { saveFeedback, feedbackOf } from "../../knowledge/feedback/save-feedback.ts"
import { scopeOf } from "../../search/candidates/scope.ts"
import type { Log } from "../../runtime/log.ts"
import { measureDraft } from "../../runtime/metrics/draft-metrics.ts"
import { inSpan } from "../../runtime/scope/span.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import type { RelayPresence } from "../../storage/relay-presence.ts"
import { endedAs, failed, notStored, storageError } from "./draft-ends.ts"
import { beginDraft, findDraft } from "./draft-store.ts"
import { DraftUsage } from "../usage/draft-usage.ts"
import { createDraftWriter } from "./draft-writer.ts"
import { CUT_OFF, ERASED, followDraft, waitForWriter } from "./follow-draft.ts"
import { modelProblem } from "./model-problem.ts"
import { MOST_IN_FLIGHT, refuseTooMany } from "./in-flight.ts"
import {
  cutOrphanedDrafts,
  cutUnendedDrafts,
  isErased,
  isFollowed,
  leaveDrafts,
  readOwnDrafts,
  readProgress
} from "./orphaned-drafts.ts"
import { checkSame, RunningDraft, type Listener } from "./running-draft.ts"
import { isLastEvent, type Pipeline, type PipelineEvent, type StreamEvent } from "./pipeline-events.ts"

export interface DraftService {
  /**
   * Begins a draft, or finds it again by its id, whichever relay writes it. The returned function attaches a listener,
   * who gets everything from the start of what was written.
   * @throws Problem 409 "draft-taken" when the id belongs to another person or another request, 410 "ticket-erased",
   * 429 "too-many-drafts", or "model-queue-full" if as many wait for every model as may wait.
   */
  open(request: SitedDraftRequest, person: PairedPerson): Promise<(listener: Listener) => void>
  /**
   * Stops the drafts that this relay is writing for this ticket at any of these sites, and waits until none is stored.
   * Other relays stop theirs when they see that they were erased.
   */
  erase(sites: readonly string[], helpdesk: string, ticketId: string): Promise<void>
  /** Stores what was written so far of a draft, if this relay is writing it. */
  flush(id: string): Promise<void>
  /** Stops all drafts, and keeps what was written of them. */
  close(): Promise<void>
}

export interface DraftServiceParts {
  db: Kysely<Schema>
  pipeline: Pipeline
  log: Log
  clock: () => Date
  presence: RelayPresence
}

/** Creates what writes this relay's drafts, and looks after those of relays that died. */
export async function createDraftService({
  db,
  pipeline,
  log,
  clock,
  presence
}: DraftServiceParts): Promise<DraftService> {
  const running = new Map<string, { draft: RunningDraft; begun: ReturnType<typeof beginDraft>; over: Promise<void> }>()
  const closing = new AbortController()
  const following = new Set<Promise<void>>()
  if (presence.alone) await cutOrphanedDrafts(db, presence, clock())
  presence.everyBeat(lookAfterDrafts)

  async function open(sited: SitedDraftRequest, person: PairedPerson): Promise<(listener: Listener) => void> {
    const {
      ticket: { site, ...ticket },
      ...rest
    } = sited
    const { draftId, ...others } = rest
    const request: DraftRequest = { draftId, ticket, ...others }
    // Without the site, a body of an older extension, or of before sites were hashed, is the same request.
    const hash = createHash("sha256").update(JSON.stringify(request)).digest()
    const known = running.get(request.draftId)
    // A draft that is asked for again is under way already, or it has ended and is only read.
    const own = [...running.values()].filter(({ draft }) => draft.person === person.id).length
    const full = known ? undefined : pipeline.refusal?.(request.prepared === true)
    if (!known && (full ?? own >= MOST_IN_FLIGHT) && !(await findDraft(db, request.draftId))) {
      refuseTooMany(own)
      if (full) throw modelProblem(full)
    }
    const { draft, begun, over } = known ?? running.get(request.draftId) ?? begin(request, site, person, hash, own)
    const state = await begun
    if (state === "too-many") refuseTooMany(MOST_IN_FLIGHT)
    if (state === "erased") throw new Problem(410, "ticket-erased", "This ticket was erased: ask for a new draft.")
    if (state === "begun") {
      checkSame({ person: draft.person, hash: draft.hash }, person, hash)
      if (!draft.stop.signal.aborted) return (listener) => draft.attach(listener)
      // The last listener has just gone, and what was written is still being stored.
      await over
    }
    return (await follow(request.draftId, person, hash)) ?? open(sited, person)
  }

  function begin(request: DraftRequest, site: string, person: PairedPerson, hash: Buffer, own: number) {
    const {
      draftId: id,
      ticket: { helpdesk, ticketId },
      sources
    } = request
    const draft = new RunningDraft({ id, person: person.id, hash, ticket: { site, helpdesk, ticketId } }, onLeft)
    const begun = beginDraft(
      db,
      {
        id,
        relay: presence.id,
        person: person.id,
        site,
        helpdesk,
        ticket_id: ticketId,
        request_hash: hash,
        model: pipeline.model ?? "offline",
        pipeline_version: pipeline.version,
        request: JSON.stringify(withoutReadElsewhere(request.ticket)),
        subject: request.ticket.subject.replaceAll("\0", ""),
        created_at: clock()
      },
      MOST_IN_FLIGHT - own,
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
    draft.stored = true
    let last: StreamEvent | undefined
    let settle = () => {}
    const ended = new Promise<void>((resolve) => (settle = resolve))
    const end = (event: StreamEvent) => {
      if (stop.aborted) return
      last ??= event
      settle()
    }
    const usage = new DraftUsage(stop, (error) => log.error("usage-not-stored", error, { draftId: draft.id }))
    const writer = createDraftWriter(
      db,
      { id: draft.id, relay: presence.id, usage },
      { onFailed: (error) => end(notStored(error)), onLost: () => end(CUT_OFF) }
    )
    draft.flush = writer.flush
    const emit = (event: PipelineEvent) => {
      if (last || stop.aborted) return
      if (event.type === "upstream") return writer.upstream(event)
      if (isLastEvent(event)) return end(event)
      if (event.type === "draft-delta") meter.text()
      if (event.type === "draft-waiting") return draft.wait(event)
      draft.send(event)
      writer.add(event)
    }
    if (!stop.aborted) {
      stop.addEventListener("abort", settle, { once: true })
      inSpan("draft", { "replywright.draft": draft.id }, () => pipeline.run(request, person, emit, stop, usage)).then(
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
    if (draft.erased) await Promise.all([writer.drop(), usage.storeAlone(db, clock())])
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

  /**
   * Reads a draft that this relay doesn't write: it has ended, or another relay writes it. Returns nothing if that relay
   * turns out to be dead, so that the draft can begin anew.
   */
  async function follow(id: string, person: PairedPerson, hash: Buffer) {
    let draft = await findDraft(db, id)
    if (draft) checkSame({ person: draft.person, hash: draft.request_hash }, person, hash)
    if (draft?.state === "writing") {
      if (!(await waitForWriter(db, id, closing.signal))) return undefined
      draft = await findDraft(db, id)
    }
    // Any relay may have cut it meanwhile, because its own is dead.
    if (draft?.state === "cut" && draft.relay === null) return undefined
    const progress = draft && (await readProgress(db, id, 0))
    if (!progress) throw new Problem(410, "ticket-erased", "This ticket was erased: ask for a new draft.")
    return (listener: Listener) => {
      const work = followDraft(db, id, progress, { listener, closing: closing.signal })
        .catch((error: unknown) => {
          log.error("draft-not-followed", error, { draftId: id })
          listener.send(notStored(error))
          listener.end()
        })
        .finally(() => following.delete(work))
      following.add(work)
    }
  }

  /** A draft that nobody listens to here goes on while somebody follows it at another relay. */
  function onLeft(draft: RunningDraft): void {
    isFollowed(db, draft.id)
      .catch(() => false)
      .then((followed) => followed || draft.hasListener || draft.stop.abort())
  }

  /** Cuts the drafts of dead relays, and stops those of this one that were erased elsewhere or that nobody follows. */
  async function lookAfterDrafts(): Promise<void> {
    await cutOrphanedDrafts(db, presence, clock())
    const before = [...running.values()].filter(({ draft }) => draft.stored)
    const own = await readOwnDrafts(db, presence.id)
    await cutUnendedDrafts(
      db,
      presence.id,
      [...own.keys()].filter((id) => !running.has(id)),
      clock()
    )
    for (const { draft } of before) {
      if (draft.stop.signal.aborted) continue
      const stored = own.get(draft.id)
      if (!stored) drop(draft, (await isErased(db, draft.id)) ? ERASED : CUT_OFF)
      else if (!stored.followed && !draft.hasListener) draft.stop.abort()
    }
  }

  /** Ends a draft of which nothing more may be stored. */
  function drop(draft: RunningDraft, last: StreamEvent): void {
    draft.erased = true
    draft.send(last)
    draft.stop.abort()
  }

  async function erase(sites: readonly string[], helpdesk: string, ticketId: string): Promise<void> {
    const entries = [...running.values()].filter(
      ({ draft: { ticket } }) =>
        sites.includes(ticket.site) && ticket.helpdesk === helpdesk && ticket.ticketId === ticketId
    )
    for (const { draft } of entries) drop(draft, ERASED)
    await Promise.all(entries.map(({ over }) => over))
  }

  async function close(): Promise<void> {
    const entries = [...running.values()]
    closing.abort()
    for (const { draft } of entries) draft.stop.abort()
    await Promise.all([...entries.map(({ over }) => over), ...following])
    await leaveDrafts(
      db,
      presence.id,
      entries.map(({ draft }) => draft.id)
    ).catch((error: unknown) => log.error("drafts-not-left", error))
  }

  return { open, erase, flush: async (id) => running.get(id)?.draft.flush(), close }
}
