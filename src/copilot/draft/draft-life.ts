import type {
  DraftLife,
  DraftPhase,
  Freshness,
  RequestState,
  Seen,
  Uses,
  DraftEvent,
  NewestMessage
} from "./draft-states.ts"
import type { DraftUse } from "../../store/records.ts"

/**
 * The life of a ticket's draft after one more event. It is pure: whatever an event needs from a clock, a page or a
 * random number comes with the event. Each region decides for itself, so a region that an event doesn't concern stays
 * the same object.
 */
export function nextDraftLife(life: DraftLife, event: DraftEvent): DraftLife {
  return {
    ...life,
    opened: event.type === "ticket-opened" || life.opened,
    front: nextFront(life.front, event),
    request: nextRequest(life.request, event),
    freshness: nextFreshness(life, event),
    answer: nextAnswer(life, event),
    uses: nextUses(life.uses, event),
    draft: life.draft && {
      ...life.draft,
      phase: nextPhase(life.draft.phase, event),
      seen: nextSeen(life.draft.seen, event)
    }
  }
}

/** Returns which draft is in front. */
function nextFront(front: string | undefined, event: DraftEvent): string | undefined {
  switch (event.type) {
    case "draft-begun":
    case "draft-found":
    case "former-restored":
      return event.draftId
    case "draft-dropped":
      return event.before?.id
    default:
      return front
  }
}

/**
 * A request that nobody pressed leaves the draft due when it ends without one, so that the next opening of the ticket
 * tries again. A draft that is found meets what was due, but the request itself ends only with `request-ended`: should
 * the worker die in between, the request is taken up again.
 */
function nextRequest(request: RequestState, event: DraftEvent): RequestState {
  switch (event.type) {
    case "draft-requested": {
      const { wanted } = event
      return wanted.prepared || isDue(request) ? { is: "wanted-and-due", wanted } : { is: "wanted", wanted }
    }
    case "request-ended":
      return isDue(request) ? { is: "due" } : { is: "none" }
    case "draft-found":
      return isWanted(request) ? { is: "wanted", wanted: request.wanted } : { is: "none" }
    case "draft-begun":
      return { is: "none" }
    case "draft-dropped":
      return isWanted(request) ? { is: "wanted-and-due", wanted: request.wanted } : { is: "due" }
    default:
      return request
  }
}

const isDue = ({ is }: RequestState) => is === "due" || is === "wanted-and-due"

function isWanted(request: RequestState): request is Extract<RequestState, { wanted: unknown }> {
  return request.is === "wanted" || request.is === "wanted-and-due"
}

/**
 * Returns whether the draft in front still answers the ticket. A newer public message makes it stale, unless that
 * message is the reply that came from the draft. Even without a newer message, the public part may have changed since
 * the draft was made. A draft that comes back after another was dropped is compared with the newest message again.
 */
function nextFreshness(life: DraftLife, event: DraftEvent): Freshness {
  switch (event.type) {
    case "thread-read": {
      const { draft } = life
      const newer = newerThan(life, draft?.version, event.newest)
      if (newer) return { is: "stale", newer }
      const isSameMessage = draft?.content !== undefined && event.newest?.id === draft.version
      return isSameMessage && draft.content !== event.content ? { is: "changed" } : { is: "current" }
    }
    case "draft-begun":
    case "draft-found":
      return { is: "current" }
    case "draft-dropped": {
      const newer = newerThan(life, event.before?.version, event.newest)
      const isChanged = life.freshness.is === "changed" || life.freshness.is === "stale-and-changed"
      if (newer) return { is: isChanged ? "stale-and-changed" : "stale", newer }
      return { is: isChanged ? "changed" : "current" }
    }
    default:
      return life.freshness
  }
}

/**
 * Returns the newest public message if a draft of that version doesn't answer it and it isn't the reply that came from
 * the draft, or one of its messages.
 */
function newerThan({ answer, front, uses }: DraftLife, version: string | undefined, newest: NewestMessage | undefined) {
  if (version === undefined || !newest || newest.id === version) return undefined
  if (answer.is === "answered" && newest.id === answer.by) return undefined
  const { sent } = uses.waiting.find(({ draftId }) => draftId === front) ?? {}
  if (newest.id === sent?.at(-1)?.id) return undefined
  return { version: newest.id, author: newest.author, at: newest.at }
}

/** A reply only answers the draft in front if it came from that draft. */
function nextAnswer({ answer, front }: DraftLife, event: DraftEvent): DraftLife["answer"] {
  if (event.type === "draft-begun") return { is: "unanswered" }
  if (event.type === "message-counted" && event.draftId === front) return { is: "answered", by: event.sent.id }
  const isAnswer = event.type === "reply-counted" && event.cameOfUse && event.draftId === front
  return isAnswer ? { is: "answered", by: event.messageId } : answer
}

/**
 * A stream may break after the draft's end has come but before it closes: then the draft counts as broken off, whether
 * it was ready already or not. A letter that is whole and only being verified stays ready.
 */
function nextPhase(phase: DraftPhase, event: DraftEvent): DraftPhase {
  switch (event.type) {
    case "draft-written":
      return phase.is === "writing" ? { is: "checking" } : phase
    case "draft-ended":
      if (phase.is !== "writing" && phase.is !== "checking") return phase
      return { is: event.refused ? "refused" : "ready" }
    case "draft-broken-off":
      return brokenOff(phase, event)
    case "draft-called-off":
      if (phase.is === "checking") return { is: "unverified" }
      return isStreaming(phase) ? { is: "called-off" } : phase
    case "draft-resumed":
      return phase.is === "failed" && FOR_WANT_OF_A_RELAY.has(phase.notice.code) ? { is: "writing" } : phase
    default:
      return phase
  }
}

/** Says whether the stream of a draft may still be open. */
const isStreaming = ({ is }: DraftPhase): boolean => is === "writing" || is === "ready" || is === "refused"

function brokenOff(phase: DraftPhase, event: Extract<DraftEvent, { type: "draft-broken-off" }>): DraftPhase {
  if (phase.is === "checking") return { is: "unverified" }
  if (!isStreaming(phase)) return phase
  if (!event.hasText && event.notice) return { is: "failed", notice: event.notice }
  return { is: "stopped", ...(event.notice ? { notice: event.notice } : {}) }
}

/**
 * A draft that failed for one of these reasons is requested again under its own id, because its body could not be sent.
 */
const FOR_WANT_OF_A_RELAY: ReadonlySet<string> = new Set([
  "relay-unreachable",
  "relay-stopped",
  "relay-other-version",
  "policy",
  "signed-out-by-relay",
  "database-down"
])

/** The time at which a draft was first shown stays. */
function nextSeen(seen: Seen, event: DraftEvent): Seen {
  const at = "at" in seen ? seen.at : undefined
  switch (event.type) {
    case "draft-shown":
      if (at !== undefined) return seen
      return { is: seen.is === "used" ? "shown-and-used" : "shown", at: event.at }
    case "draft-inserted":
    case "draft-copied":
      return at === undefined ? { is: "used" } : { is: "shown-and-used", at }
    default:
      return seen
  }
}

/** The region of a draft's life that holds its uses. Each draft has at most one use, and the newest stands last. */
export function nextUses(uses: Uses, event: DraftEvent): Uses {
  const waiting = nextWaiting(uses, event)
  const counted = nextCounted(uses, event)
  const settled =
    event.type === "reply-counted" && event.draftId !== undefined
      ? [...uses.settled, event.draftId].slice(-MAX_SETTLED)
      : uses.settled
  return { waiting, counted, settled }
}

function nextWaiting({ waiting }: Uses, event: DraftEvent): DraftUse[] {
  const ofDraft = (draftId: string) => waiting.find((one) => one.draftId === draftId)
  const without = (draftId: string) => waiting.filter((one) => one.draftId !== draftId)
  switch (event.type) {
    case "insert-begun":
    case "draft-inserted":
      return [...without(event.draftId), event.use]
    case "insert-refused":
      return [...without(event.draftId), ...(event.before ? [event.before] : [])]
    // An editor that took the draft before is the better witness of what was sent.
    case "draft-copied": {
      const before = ofDraft(event.draftId)
      if (before?.kind !== "inserted") return [...without(event.draftId), event.use]
      const { letter } = event.use
      return letter === undefined ? waiting : [...without(event.draftId), { ...before, letter }]
    }
    case "draft-rejected":
      return [...without(event.draftId), { ...(ofDraft(event.draftId) ?? event.use), rejected: event.rejected }]
    case "rejection-withdrawn": {
      const before = ofDraft(event.draftId)
      if (!before) return waiting
      const { rejected: _withdrawn, ...use } = before
      const isNothing = use.kind === "shown" && use.told === undefined
      return isNothing ? without(event.draftId) : [...without(event.draftId), use]
    }
    case "use-reported":
      return waiting.map((one) => (one.draftId === event.draftId ? { ...one, told: event.revision } : one))
    case "message-counted":
      return waiting.map((one) =>
        one.draftId === event.draftId ? { ...one, sent: [...(one.sent ?? []), event.sent] } : one
      )
    case "reply-counted":
    case "uses-dropped":
      return waiting.filter(({ outcomeId }) => !event.outcomeIds.includes(outcomeId))
    case "uses-expired":
      return waiting.filter((use) => use.told === undefined || event.now - Date.parse(use.at) < FORGET_MS)
    default:
      return waiting
  }
}

/** What stood on a ticket when it was first seen is nobody's reply to a draft, so counting begins after it. */
function nextCounted({ counted, waiting }: Uses, event: DraftEvent): string | undefined {
  switch (event.type) {
    case "ticket-first-seen":
      return counted === undefined && waiting.length === 0 ? event.version : counted
    case "thread-counted":
      return event.version
    case "message-counted":
      return event.sent.id
    case "reply-counted":
      return event.messageId
    default:
      return counted
  }
}

const MAX_SETTLED = 50
/** Milliseconds after which a reply that never came is no longer waited for. */
const FORGET_MS = 14 * 24 * 3600 * 1000
