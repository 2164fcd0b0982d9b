import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import { feedbackOf, saveFeedback } from "../../knowledge/feedback/feedback.ts"
import type { DraftRequest, PairedPerson, SitedDraftRequest } from "../../protocol/relay.ts"
import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import { scopeOf } from "../../search/candidates/visible.ts"
import type { RelayPresence } from "../../storage/relay-presence.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { newDraftKey } from "../../storage/encryption/row-keys.ts"
import type { Schema } from "../../storage/schema.ts"
import { withoutReadElsewhere } from "../../ticket/masked-ticket.ts"
import { CUT_OFF, ERASED } from "./draft-ends.ts"
import { beginDraft, findDraft, type Beginning, type NewDraft } from "./draft-store.ts"
import { DraftFollowers } from "./follow-draft.ts"
import { MAX_IN_FLIGHT, refuseTooMany } from "./in-flight.ts"
import { modelProblem } from "./model-problem.ts"
import {
  cutOrphanedDrafts,
  cutUnendedDrafts,
  isErased,
  isFollowed,
  leaveDrafts,
  readOwnDrafts
} from "./orphaned-drafts.ts"
import type { Pipeline, StreamEvent } from "./pipeline/pipeline-events.ts"
import { runDraft } from "./run-draft.ts"
import { checkSame, RunningDraft, type Listener } from "./running-draft.ts"

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
export async function createDraftService(parts: DraftServiceParts): Promise<DraftService> {
  const { db, clock, presence } = parts
  if (presence.alone) await cutOrphanedDrafts(db, presence, clock())
  const drafts = new RelayDrafts(parts)
  presence.everyBeat(() => drafts.lookAfter())
  return drafts
}

/** A draft as a person asked for it. */
interface DraftOrder {
  request: DraftRequest
  site: string
  /** The keyed hash of the requester's address. */
  requester: string | undefined
  person: PairedPerson
  /** A hash of the request, which distinguishes it from another request with the same id. */
  hash: Buffer
}

/** A draft that this relay has taken on. */
interface TakenDraft {
  draft: RunningDraft
  /** Settles when the draft is stored, or can't be. */
  beginning: Promise<Beginning>
  /** Settles when nothing more is written or stored. It never rejects. */
  over: Promise<void>
}

/** What the audit says of an agent's decision about a danger. */
const DANGER_ACTIONS = { none: "danger-dismissed", treat: "danger-marked" } as const

class RelayDrafts implements DraftService {
  readonly #parts: DraftServiceParts
  readonly #running = new Map<string, TakenDraft>()
  readonly #followers: DraftFollowers

  constructor(parts: DraftServiceParts) {
    this.#parts = parts
    this.#followers = new DraftFollowers(parts)
  }

  async open(sited: SitedDraftRequest, person: PairedPerson): Promise<(listener: Listener) => void> {
    const order = orderOf(sited, person)
    const { draft, beginning, over } = await this.#take(order)
    const state = await beginning
    if (state === "too-many") refuseTooMany(MAX_IN_FLIGHT)
    if (state === "erased") throw new Problem(410, "ticket-erased", "This ticket was erased: ask for a new draft.")
    if (state === "begun") {
      checkSame({ person: draft.person, hash: draft.hash }, person, order.hash)
      if (!draft.stop.signal.aborted) return (listener) => draft.attach(listener)
      // The last listener has just gone, and what was written is still being stored.
      await over
    }
    return (await this.#followers.follow(order.request.draftId, person, order.hash)) ?? this.open(sited, person)
  }

  /**
   * Returns the draft if it is running already, or begins it.
   * @throws Problem 429 if the person or the models have too many
   */
  async #take(order: DraftOrder): Promise<TakenDraft> {
    const { db, pipeline } = this.#parts
    const { request, person } = order
    const running = this.#running.get(request.draftId)
    if (running) return running
    const ownCount = [...this.#running.values()].filter(({ draft }) => draft.person === person.id).length
    const refusal = pipeline.refusal?.(request.prepared === true)
    // A draft that is asked for again may have ended, and is only read.
    if ((refusal ?? ownCount >= MAX_IN_FLIGHT) && !(await findDraft(db, request.draftId))) {
      refuseTooMany(ownCount)
      if (refusal) throw modelProblem(refusal)
    }
    return this.#running.get(request.draftId) ?? this.#begin(order, ownCount)
  }

  #begin(order: DraftOrder, ownCount: number): TakenDraft {
    const { db, log } = this.#parts
    const { request, site, person, hash } = order
    const { draftId: id, ticket, sources, danger } = request
    const { helpdesk, ticketId } = ticket
    const key = newDraftKey(db, id)
    const own = { id, person: person.id, hash, key, ticket: { site, helpdesk, ticketId } }
    const draft = new RunningDraft(own, (left) => this.#onLeft(left))
    const at = this.#parts.clock()
    const saveChoice = async (work: Kysely<Schema>) => {
      const decided = { id, site, helpdesk, ticketId, person: person.id, at }
      if (sources)
        await saveFeedback(work, await scopeOf(work, helpdesk, person), { ...decided, said: feedbackOf(sources) })
      if (danger) await writeAuditEntry(work, person.id, DANGER_ACTIONS[danger], [id], at)
    }
    const hasChoice = sources !== undefined || danger !== undefined
    const row = { ...this.#rowOf(order), key }
    const beginning = beginDraft(db, row, MAX_IN_FLIGHT - ownCount, hasChoice ? saveChoice : undefined)
    const over = beginning
      .then((state) => (state === "begun" ? runDraft(draft, request, person, this.#parts) : undefined))
      .catch((error: unknown) => log.error("draft-not-begun", error, { draftId: id }))
      .finally(() => this.#running.delete(id))
    const takenDraft = { draft, beginning, over }
    this.#running.set(id, takenDraft)
    return takenDraft
  }

  #rowOf({ request, site, requester, person, hash }: DraftOrder): Omit<NewDraft, "key"> {
    const { pipeline, clock, presence } = this.#parts
    const { draftId, ticket } = request
    return {
      id: draftId,
      relay: presence.id,
      person: person.id,
      site,
      helpdesk: ticket.helpdesk,
      ticket_id: ticket.ticketId,
      request_hash: hash,
      model: pipeline.model ?? "offline",
      pipeline_version: pipeline.version,
      request: JSON.stringify(withoutReadElsewhere(ticket)),
      subject: ticket.subject.replaceAll("\0", ""),
      requester,
      created_at: clock()
    }
  }

  /** A draft that nobody listens to here goes on while somebody follows it at another relay. */
  #onLeft(draft: RunningDraft): void {
    isFollowed(this.#parts.db, draft.id)
      .catch(() => false)
      .then((followed) => followed || draft.hasListener || draft.stop.abort())
  }

  /** Cuts the drafts of dead relays, and stops those of this one that were erased elsewhere or that nobody follows. */
  async lookAfter(): Promise<void> {
    const { db, clock, presence } = this.#parts
    await cutOrphanedDrafts(db, presence, clock())
    const storedDrafts = [...this.#running.values()].filter(({ draft }) => draft.isStored)
    const rows = await readOwnDrafts(db, presence.id)
    const unended = [...rows.keys()].filter((id) => !this.#running.has(id))
    await cutUnendedDrafts(db, presence.id, unended, clock())
    for (const { draft } of storedDrafts) {
      if (draft.stop.signal.aborted) continue
      const row = rows.get(draft.id)
      if (!row) drop(draft, (await isErased(db, draft.id)) ? ERASED : CUT_OFF)
      else if (!row.followed && !draft.hasListener) draft.stop.abort()
    }
  }

  async erase(sites: readonly string[], helpdesk: string, ticketId: string): Promise<void> {
    const ofTicket = [...this.#running.values()].filter(
      ({ draft: { ticket } }) =>
        sites.includes(ticket.site) && ticket.helpdesk === helpdesk && ticket.ticketId === ticketId
    )
    for (const { draft } of ofTicket) drop(draft, ERASED)
    await Promise.all(ofTicket.map(({ over }) => over))
  }

  async flush(id: string): Promise<void> {
    await this.#running.get(id)?.draft.flush()
  }

  async close(): Promise<void> {
    const { db, log, presence } = this.#parts
    const runningDrafts = [...this.#running.values()]
    const followersGone = this.#followers.close()
    for (const { draft } of runningDrafts) draft.stop.abort()
    await Promise.all([...runningDrafts.map(({ over }) => over), followersGone])
    const ids = runningDrafts.map(({ draft }) => draft.id)
    await leaveDrafts(db, presence.id, ids).catch((error: unknown) => log.error("drafts-not-left", error))
  }
}

/**
 * Returns the order for a draft. The site and the requester are no part of the request that is hashed, so a body of an
 * older extension, or of before sites were hashed, is the same request.
 */
function orderOf(sited: SitedDraftRequest, person: PairedPerson): DraftOrder {
  const {
    draftId,
    ticket: { site, ...ticket },
    requesterHash: requester,
    ...others
  } = sited
  // The hash depends on the order of the fields.
  const request: DraftRequest = { draftId, ticket, ...others }
  return { request, site, requester, person, hash: createHash("sha256").update(JSON.stringify(request)).digest() }
}

/** Ends a draft of which nothing more may be stored. */
function drop(draft: RunningDraft, last: StreamEvent): void {
  draft.isErased = true
  draft.send(last)
  draft.stop.abort()
}
