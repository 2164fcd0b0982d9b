import type { TicketState } from "../ticket/ticket-state.ts"
import type { DraftEvent } from "./draft-states.ts"
import { draftOf, draftsOf, putDraft } from "./keep.ts"
import { draftAfter, ticketAfter } from "./stored-life.ts"

/**
 * Changes the life of a ticket's draft in the mirror. The caller stores it, because it knows what has to be stored
 * together. The event is about the draft that it names, or else about the one in front.
 */
export function sendDraftEvent(state: TicketState, event: DraftEvent): void {
  const { record } = state
  const draft = "draftId" in event && event.draftId !== undefined ? draftOf(state, event.draftId) : state.draft
  if (draft) putDraft(state, draftAfter(record, draft, event))
  if (record) state.record = ticketAfter(record, draft, event)
}

/** The draft in front was cancelled before it said anything, so the draft before it is in front again. */
export function dropDraft(state: TicketState): void {
  const { draft, record } = state
  if (!draft || !record) return
  const [before, ...others] = state.formers
  sendDraftEvent(state, {
    type: "draft-dropped",
    before,
    newest: record.messages.find(({ id }) => id === record.version)
  })
  state.draft = before
  state.formers = [...others, draft]
}

/** Puts a draft in front. The one that was shown becomes an earlier one. */
export function bringForward(
  state: TicketState,
  draft: NonNullable<TicketState["draft"]>,
  type: "draft-begun" | "draft-found" | "former-restored"
): void {
  state.formers = draftsOf(state).filter(({ id }) => id !== draft.id)
  state.draft = draft
  sendDraftEvent(state, { type, draftId: draft.id })
}
