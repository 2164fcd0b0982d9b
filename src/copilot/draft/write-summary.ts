import type { SummaryRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { keepTicket } from "./keep.ts"
import { setTicketContent } from "./ticket-content.ts"
import { storedRequest } from "../ticket/stored-request.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Follows a summary to its end. It is taken up again like a draft, and one that failed is requested again with the next
 * draft.
 */
export async function writeSummary(services: Services, state: TicketState, store: Store): Promise<void> {
  const begun = state.record?.summary
  if (begun?.state !== "writing" || state.summarising) return
  const stop = new AbortController()
  state.summarising = stop
  let summary: SummaryRecord = { ...begun, lines: [] }
  const put = (next: SummaryRecord, language?: string | null) => {
    summary = next
    if (state.record?.summary?.id !== begun.id) return
    setTicketContent(state, { summary: next, language: language ?? state.record.language })
    services.show(state)
  }
  try {
    const request = await storedRequest(services, state, store, begun.draftId, "/v1/summaries")
    for await (const event of services.account.relay.ask(request.path, request.body, stop.signal)) {
      if (event.type === "heartbeat") services.show(state)
      if (event.type === "summary-line") put({ ...summary, lines: [...summary.lines, event.line] })
      if (event.type === "summary-end") {
        const { lines, about, language } = event
        put({ ...summary, state: "ready", lines, ...(about && { about }) }, language)
      }
    }
  } catch (error) {
    put({ ...summary, state: "failed" })
    if (!stop.signal.aborted) await services.reportError(error)
  } finally {
    state.summarising = undefined
    services.show(state)
    await keepTicket(state, store).catch((error: unknown) => services.reportError(error))
  }
}
