import type { DraftRecord } from "../../store/records.ts"
import { load } from "../ticket/load.ts"
import { runInOrder, TICKET_LEFT, type Services, type TicketState } from "../ticket/ticket-state.ts"

/**
 * The last tab with this ticket has left it. What is being made before anybody asked is cancelled, and a prepared draft
 * that wasn't used counts towards the ten in a row.
 */
export function leave(services: Services, state: TicketState): Promise<void> {
  if (state.reading?.prepared) state.reading.stop.abort(TICKET_LEFT)
  if (state.writing?.prepared) state.writing.stop.abort(TICKET_LEFT)
  return runInOrder(state, async () => {
    const store = await services.account.unlock()
    if (!store) return
    await load(state, store)
    const { draft } = state
    // It may be in front again by now.
    if (draft && (await services.tabs.byKey(state.key)) === undefined && isUnused(draft, state))
      await services.preparing.unused(draft.id)
  }).catch((error: unknown) => services.reportError(error))
}

const isUnused = (draft: DraftRecord, { record }: TicketState) =>
  draft.prepared === true &&
  draft.masked !== "" &&
  !draft.cancelled &&
  draft.state !== "writing" &&
  !draft.used &&
  !record?.used.some(({ draftId, kind }) => draftId === draft.id && kind !== "shown")
