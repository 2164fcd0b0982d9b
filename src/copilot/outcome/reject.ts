import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import type { DraftUse } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { draftOf, keepDraft, keepTicket, usedOf } from "../draft/keep.ts"
import type { DraftEvent } from "../draft/draft-states.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { draftTextOf } from "../draft/draft-text.ts"
import { tellUnseen } from "./overdue.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

type Reject = Extract<PanelCommand, { kind: "panel-reject" }>

/** Notes that a visible panel shows the draft. From now on, a reply without it is one that ignored it. */
export async function shown(services: Services, state: TicketState, store: Store, draftId: string): Promise<boolean> {
  const draft = draftOf(state, draftId)
  if (!draft || draft.masked === "") return false
  if (draft.shownAt !== undefined) return true
  sendDraftEvent(state, { type: "draft-shown", draftId, at: isoNow(services.clock) })
  await keepDraft(state, store, draftId)
  return true
}

/**
 * Notes "Not useful" with its reasons until the reply is sent or a day is over. Pressed again, the new reasons replace
 * the former ones.
 */
export async function reject(
  services: Services,
  state: TicketState,
  store: Store,
  { draftId, reasons, note }: Reject
): Promise<CommandAnswer> {
  const draft = draftOf(state, draftId)
  if (!draft || !state.table || draft.masked === "" || (draft.state !== "ready" && draft.state !== "stopped"))
    return { ok: false, code: "not-ready" }
  const before = usedOf(state, draftId)
  if (before?.sent || (!before && state.record?.settled?.includes(draftId))) return { ok: false, code: "reply-sent" }
  const at = isoNow(services.clock)
  const used: DraftUse = before ?? {
    draftId,
    outcomeId: crypto.randomUUID(),
    kind: "shown",
    at,
    version: draft.version,
    text: draftTextOf(draft, state.table).text
  }
  const rejected = { at: used.rejected?.at ?? at, reasons, note: note.trim().slice(0, MAX_NOTE) }
  await change(services, state, store, used, { type: "draft-rejected", draftId, use: used, rejected })
  await shown(services, state, store, draftId)
  return { ok: true }
}

/** Withdraws a rejection. What was reported already is reported again. */
export async function unreject(
  services: Services,
  state: TicketState,
  store: Store,
  draftId: string
): Promise<CommandAnswer> {
  const before = usedOf(state, draftId)
  if (!before?.rejected)
    return { ok: false, code: state.record?.settled?.includes(draftId) ? "reply-sent" : "not-ready" }
  await change(services, state, store, before, { type: "rejection-withdrawn", draftId })
  return { ok: true }
}

/** The most characters that an agent may write. The masked note may be longer. */
const MAX_NOTE = 1500

async function change(
  services: Services,
  state: TicketState,
  store: Store,
  used: DraftUse,
  event: DraftEvent
): Promise<void> {
  if (!state.record) return
  sendDraftEvent(state, event)
  services.show(state)
  await keepTicket(state, store)
  if (used.told !== undefined) await tellUnseen(services, state, store, used.draftId)
  services.deliver()
}
