import type { DraftRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { firstShown, letterOf } from "./letter.ts"
import { bringForward, draftOf, keepDraft, keepTicket, replaceDraft } from "./keep.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Keeps the agent's words, also on a draft that another has taken the place of meanwhile. False while it is being
 * written.
 */
export async function edit(
  services: Services,
  state: TicketState,
  store: Store,
  change: { draftId: string; text: string }
): Promise<boolean> {
  const draft = draftOf(state, change.draftId)
  if (!draft || !state.table || draft.state === "writing") return false
  if (letterOf(draft, state.table).text === change.text) return true
  const { edited: _before, ...rest } = draft
  const same = firstShown(draft, state.table).text === change.text
  await replaceAndKeep(services, state, store, {
    ...rest,
    ...(same ? {} : { edited: change.text }),
    savedAt: isoNow(services.clock)
  })
  return true
}

/** The sentence that starts at `start` stays as the agent's own words, whatever its mark says. */
export async function keepSentence(
  services: Services,
  state: TicketState,
  store: Store,
  { draftId, start }: { draftId: string; start: number }
): Promise<boolean> {
  const draft = draftOf(state, draftId)
  if (!draft || !state.table) return false
  const letter = letterOf(draft, state.table)
  const claim = letter.claims.find((one) => one.start === start)
  if (!claim) return false
  const sentence = letter.text.slice(claim.start, claim.end)
  await replaceAndKeep(services, state, store, {
    ...draft,
    kept: [...draft.kept.filter((one) => one !== sentence), sentence]
  })
  return true
}

/** An earlier draft comes back; the one shown goes among the earlier ones. */
export async function bringBack(
  services: Services,
  state: TicketState,
  store: Store,
  draftId: string
): Promise<boolean> {
  const draft = state.formers.find(({ id }) => id === draftId)
  if (!draft || !state.record || state.writing) return false
  bringForward(state, draft)
  state.record = { ...state.record, draftId }
  services.show(state)
  await keepTicket(state, store)
  return true
}

/** Shown first: what can't be kept (a full disk) is at least not taken from the screen. */
async function replaceAndKeep(services: Services, state: TicketState, store: Store, draft: DraftRecord): Promise<void> {
  replaceDraft(state, draft)
  services.show(state)
  await keepDraft(state, store, draft.id).catch((error: unknown) => services.reportError(error))
}
