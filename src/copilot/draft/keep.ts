import type { DraftRecord, TicketRecord, DraftUse } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import type { Message } from "../../ticket/ticket.ts"
import type { TicketState } from "../ticket/ticket-state.ts"

/**
 * Writes the ticket as it stands when its turn comes, one write after another: a slow older one never lands on a newer.
 */
export function keepTicket(state: TicketState, store: Store): Promise<void> {
  return inTurn(state, async () => {
    if (state.record) await store.tickets.put(state.record)
  })
}

/** The same for a draft, the one shown or a former one. */
export function keepDraft(state: TicketState, store: Store, draftId: string): Promise<void> {
  return inTurn(state, async () => {
    const draft = draftOf(state, draftId)
    if (draft) await store.drafts.put(draft)
  })
}

/** The same for what the agent said about words of the ticket. */
export function keepTold(state: TicketState, store: Store): Promise<void> {
  return inTurn(state, async () => {
    if (state.told) await store.told.put(state.key, state.told)
  })
}

/** All of the ticket, newest first. */
export function draftsOf({ draft, formers }: TicketState): DraftRecord[] {
  return draft ? [draft, ...formers] : formers
}

export function draftOf(state: TicketState, draftId: string): DraftRecord | undefined {
  return draftsOf(state).find(({ id }) => id === draftId)
}

/** What is noted of a draft that waits for the sent reply. */
export function usedOf({ record }: TicketState, draftId: string): DraftUse | undefined {
  return record?.used.find((one) => one.draftId === draftId)
}

/** Puts a changed draft where the old one stands. */
export function replaceDraft(state: TicketState, next: DraftRecord): void {
  if (state.draft?.id === next.id) state.draft = next
  else state.formers = state.formers.map((draft) => (draft.id === next.id ? next : draft))
}

/** A draft comes to stand in front; the one shown before goes among the earlier ones. */
export function bringForward(state: TicketState, draft: DraftRecord): void {
  state.formers = draftsOf(state).filter(({ id }) => id !== draft.id)
  state.draft = draft
}

/** Called off before it said anything: the draft before it stands there again, and another is due. */
export function dropDraft(state: TicketState): void {
  const { draft, record } = state
  if (!draft || !record) return
  const [before, ...others] = state.formers
  const { newer: _old, draftId: _gone, ...rest } = record
  const newer = newerThan(
    before,
    record.messages.find(({ id }) => id === record.version),
    record
  )
  state.draft = before
  state.formers = [...others, draft]
  state.record = {
    ...rest,
    due: true,
    ...(before ? { draftId: before.id } : {}),
    ...(newer ? { newer } : {})
  }
}

/** The newest public message, where it is newer than what the draft answers, and not the reply that came of it. */
export function newerThan(
  draft: DraftRecord | undefined,
  newest: Pick<Message, "id" | "author" | "at"> | undefined,
  { answered }: TicketRecord
): TicketRecord["newer"] {
  if (!draft || !newest || newest.id === draft.version || newest.id === answered) return undefined
  return { version: newest.id, author: newest.author, at: newest.at }
}

function inTurn(state: TicketState, write: () => Promise<void>): Promise<void> {
  const turn = state.saving.then(write)
  state.saving = turn.catch(() => undefined)
  return turn
}
