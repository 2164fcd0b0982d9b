import type { DraftFlags, DraftRecord, DraftUse } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import type { TicketState } from "../ticket/ticket-state.ts"
import { withChange } from "./ticket-content.ts"

/**
 * Writes the ticket as it stands when this write begins. Writes run one after another, so that a slow older one never
 * replaces a newer one.
 */
export function keepTicket(state: TicketState, store: Store): Promise<void> {
  return inOrder(state, async () => {
    if (state.record) await store.tickets.put(state.record)
  })
}

/** Does the same for a draft, the one in front or a former one. */
export function keepDraft(state: TicketState, store: Store, draftId: string): Promise<void> {
  return inOrder(state, async () => {
    const draft = draftOf(state, draftId)
    if (draft) await store.drafts.put(draft)
  })
}

/** Does the same for the masking overrides of the ticket. */
export function keepOverrides(state: TicketState, store: Store): Promise<void> {
  return inOrder(state, async () => {
    if (state.overrides) await store.overrides.put(state.key, state.overrides)
  })
}

/** All drafts of the ticket, newest first. */
export function draftsOf({ draft, formers }: TicketState): DraftRecord[] {
  return draft ? [draft, ...formers] : formers
}

export function draftOf(state: TicketState, draftId: string): DraftRecord | undefined {
  return draftsOf(state).find(({ id }) => id === draftId)
}

/** Says whether the draft whose stream is read is whole, and only the verifier's word on it is still to come. */
export function isVerifying(state: TicketState): boolean {
  return state.writing !== undefined && draftOf(state, state.writing.draftId)?.checking === true
}

/** The use of a draft that waits for the sent reply. */
export function usedOf({ record }: TicketState, draftId: string): DraftUse | undefined {
  return record?.used.find((one) => one.draftId === draftId)
}

/** What is kept of a draft besides its life, which changes by events only. */
export type DraftContent = Omit<DraftRecord, keyof DraftFlags>

/** Changes a draft, the one in front or a former one. A value of undefined removes the property. */
export function setDraftContent(state: TicketState, draftId: string, change: Partial<DraftContent>): void {
  const draft = draftOf(state, draftId)
  if (draft) putDraft(state, withChange(draft, change))
}

/** Puts a changed draft where the old one stands. */
export function putDraft(state: TicketState, next: DraftRecord): void {
  if (state.draft?.id === next.id) state.draft = next
  else state.formers = state.formers.map((draft) => (draft.id === next.id ? next : draft))
}

function inOrder(state: TicketState, write: () => Promise<void>): Promise<void> {
  const written = state.saving.then(write)
  state.saving = written.catch(() => undefined)
  return written
}
