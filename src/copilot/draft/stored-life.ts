import type { DraftFlags, DraftRecord, TicketFlags, TicketRecord } from "../../store/records.ts"
import type {
  DraftEvent,
  Answer,
  DraftLife,
  DraftPhase,
  Freshness,
  OneDraft,
  RequestState,
  Seen
} from "./draft-states.ts"
import { nextDraftLife } from "./draft-life.ts"

/**
 * The life is stored as the flags of its records, in the shape that they always had, so what an older version stored
 * opens without a migration. Only this file knows which flags make which state.
 */
export function lifeOf(record: TicketFlags, draft: DraftRecord | undefined): DraftLife {
  return {
    opened: record.listed !== true,
    front: record.draftId,
    request: requestOf(record),
    freshness: freshnessOf(record),
    answer: record.answered === undefined ? { is: "unanswered" } : { is: "answered", by: record.answered },
    uses: { waiting: record.used, counted: record.counted, settled: record.settled ?? [] },
    draft: draft && oneDraftOf(draft)
  }
}

/** The ticket after an event. `draft` is the one that the event is about. */
export function ticketAfter(record: TicketRecord, draft: DraftRecord | undefined, event: DraftEvent): TicketRecord {
  return withTicketLife(record, nextDraftLife(lifeOf(record, draft), event))
}

/** A draft after an event that is about it. */
export function draftAfter(record: TicketRecord | undefined, draft: DraftRecord, event: DraftEvent): DraftRecord {
  const { draft: next } = nextDraftLife(lifeOf(record ?? NEW_TICKET, draft), event)
  const {
    state: _state,
    cancelled: _off,
    checking: _checking,
    unverified: _unverified,
    used: _used,
    shownAt: _shown,
    notice: _notice,
    ...content
  } = draft
  return next ? { ...content, ...phaseFlags(next.phase), ...seenFlags(next.seen) } : draft
}

/** The flags of a ticket of which nothing was read yet. */
export const NEW_TICKET: TicketFlags = { used: [] }
export const NEW_LISTED_TICKET: TicketFlags = { used: [], listed: true }
/** The flags of a draft that begins. */
export const NEW_DRAFT: DraftFlags = { state: "writing" }

function withTicketLife(record: TicketRecord, life: DraftLife): TicketRecord {
  const {
    draftId: _front,
    listed: _listed,
    due: _due,
    wanted: _wanted,
    used: _used,
    counted: _counted,
    settled: _settled,
    answered: _answered,
    changed: _changed,
    newer: _newer,
    ...content
  } = record
  const { waiting, counted, settled } = life.uses
  return {
    ...content,
    ...(life.front === undefined ? {} : { draftId: life.front }),
    ...(life.opened ? {} : { listed: true }),
    ...requestFlags(life.request),
    used: waiting,
    ...(counted === undefined ? {} : { counted }),
    ...(settled.length > 0 ? { settled } : {}),
    ...answerFlags(life.answer),
    ...freshnessFlags(life.freshness)
  }
}

function requestOf({ wanted, due }: TicketFlags): RequestState {
  if (wanted) return { is: due ? "wanted-and-due" : "wanted", wanted }
  return { is: due ? "due" : "none" }
}

const requestFlags = (request: RequestState): Pick<TicketFlags, "wanted" | "due"> => ({
  ...("wanted" in request ? { wanted: request.wanted } : {}),
  ...(request.is === "due" || request.is === "wanted-and-due" ? { due: true } : {})
})

function freshnessOf({ newer, changed }: TicketFlags): Freshness {
  if (newer) return { is: changed ? "stale-and-changed" : "stale", newer }
  return { is: changed ? "changed" : "current" }
}

const freshnessFlags = (freshness: Freshness): Pick<TicketFlags, "newer" | "changed"> => ({
  ...("newer" in freshness ? { newer: freshness.newer } : {}),
  ...(freshness.is === "changed" || freshness.is === "stale-and-changed" ? { changed: true } : {})
})

const answerFlags = (answer: Answer): Pick<TicketFlags, "answered"> =>
  answer.is === "answered" ? { answered: answer.by } : {}

const oneDraftOf = (draft: DraftRecord): OneDraft => ({
  id: draft.id,
  version: draft.version,
  content: draft.content,
  phase: phaseOf(draft),
  seen: seenOf(draft)
})

function phaseOf({ state, cancelled, checking, unverified, notice }: DraftFlags): DraftPhase {
  if (state === "ready" && checking) return { is: "checking" }
  if (state === "ready" && unverified) return { is: "unverified" }
  if (state === "failed") return { is: "failed", notice: notice ?? { code: "relay-error" } }
  if (state !== "stopped") return { is: state }
  if (cancelled) return { is: "called-off" }
  return { is: "stopped", ...(notice ? { notice } : {}) }
}

type PhaseFlags = Pick<DraftFlags, "state" | "cancelled" | "checking" | "unverified" | "notice">

function phaseFlags(phase: DraftPhase): PhaseFlags {
  switch (phase.is) {
    case "called-off":
      return { state: "stopped", cancelled: true }
    case "checking":
      return { state: "ready", checking: true }
    case "unverified":
      return { state: "ready", unverified: true }
    default:
      return { state: phase.is, ...("notice" in phase ? { notice: phase.notice } : {}) }
  }
}

function seenOf({ shownAt: at, used }: DraftFlags): Seen {
  if (at === undefined) return { is: used ? "used" : "unseen" }
  return { is: used ? "shown-and-used" : "shown", at }
}

const seenFlags = (seen: Seen): Pick<DraftFlags, "used" | "shownAt"> => ({
  ...("at" in seen ? { shownAt: seen.at } : {}),
  ...(seen.is === "used" || seen.is === "shown-and-used" ? { used: true } : {})
})
