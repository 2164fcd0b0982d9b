import type { DraftUse } from "../../store/records.ts"
import type { DraftEvent } from "./draft-events.ts"
import type { Uses } from "./draft-states.ts"

/** The region of a draft's life that holds its uses. Each draft has at most one use, and the newest stands last. */
export function nextUses(uses: Uses, event: DraftEvent): Uses {
  const waiting = nextWaiting(uses, event)
  const counted = nextCounted(uses, event)
  const settled =
    event.type === "reply-counted" && event.draftId !== undefined
      ? [...uses.settled, event.draftId].slice(-MOST_SETTLED)
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

const MOST_SETTLED = 50
/** Milliseconds after which a reply that never came is no longer waited for. */
const FORGET_MS = 14 * 24 * 3600 * 1000
