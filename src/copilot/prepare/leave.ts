import type { DraftRecord } from "../../store/records.ts"
import { load } from "../ticket/load.ts"
import { runInOrder, TICKET_LEFT, type Services, type TicketState } from "../ticket/ticket-state.ts"

/**
 * The last tab with this ticket has gone on. What is being made before anybody asked is called off; a prepared draft
 * that was not used counts towards the ten in a row.
 */
export function leave(services: Services, state: TicketState): Promise<void> {
  if (state.reading?.prepared) state.reading.stop.abort(TICKET_LEFT)
  if (state.writing?.prepared) state.writing.stop.abort(TICKET_LEFT)
  return runInOrder(state, async () => {
    const store = await services.account.unlock()
    if (!store) return
    await load(state, store)
    const { draft } = state
    // Meanwhile it may be in front again.
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
