import type { Store } from "../../store/store.ts"
import { firstShown, draftTextOf } from "./draft-text.ts"
import { draftOf, isVerifying, keepDraft, keepTicket, setDraftContent, type DraftContent } from "./keep.ts"
import { bringForward } from "./send-event.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Keeps the agent's words, even on a draft that another has replaced in the meantime. Resolves to false while the draft
 * is being written.
 */
export async function edit(
  services: Services,
  state: TicketState,
  store: Store,
  change: { draftId: string; text: string }
): Promise<boolean> {
  const draft = draftOf(state, change.draftId)
  if (!draft || !state.table || draft.state === "writing") return false
  if (draftTextOf(draft, state.table).text === change.text) return true
  const same = firstShown(draft, state.table).text === change.text
  await changeAndKeep(services, state, store, draft.id, {
    edited: same ? undefined : change.text,
    savedAt: isoNow(services.clock)
  })
  return true
}

/** Keeps the sentence that starts at `start` as the agent's own words, whatever its mark says. */
export async function keepSentence(
  services: Services,
  state: TicketState,
  store: Store,
  { draftId, start }: { draftId: string; start: number }
): Promise<boolean> {
  const draft = draftOf(state, draftId)
  if (!draft || !state.table) return false
  const shown = draftTextOf(draft, state.table)
  const claim = shown.claims.find((one) => one.start === start)
  if (!claim) return false
  const sentence = shown.text.slice(claim.start, claim.end)
  await changeAndKeep(services, state, store, draftId, {
    kept: [...draft.kept.filter((one) => one !== sentence), sentence]
  })
  return true
}

/** Brings an earlier draft back; the one shown becomes an earlier one. */
export async function bringBack(
  services: Services,
  state: TicketState,
  store: Store,
  draftId: string
): Promise<boolean> {
  const draft = state.formers.find(({ id }) => id === draftId)
  if (!draft || !state.record || (state.writing && !isVerifying(state))) return false
  bringForward(state, draft, "former-restored")
  services.show(state)
  await keepTicket(state, store)
  return true
}

/** It is shown first, so that what can't be stored, as on a full disk, at least stays on the screen. */
async function changeAndKeep(
  services: Services,
  state: TicketState,
  store: Store,
  draftId: string,
  change: Partial<DraftContent>
): Promise<void> {
  setDraftContent(state, draftId, change)
  services.show(state)
  await keepDraft(state, store, draftId).catch((error: unknown) => services.reportError(error))
}
