import type { Store } from "../../store/store.ts"
import { promisedEarlier, readEarlier } from "../ticket/earlier-tickets.ts"
import { keepTicket } from "../draft/keep.ts"
import { setTicketContent } from "../draft/ticket-content.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { summaryBody } from "../relay-client/egress.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { keepRequest, maskedTicket } from "./knowledge.ts"
import { needsSummary } from "./store-requests.ts"
import type { SummaryRecord } from "../../store/records.ts"
import { storedRequest } from "../ticket/stored-request.ts"
import { relayFor } from "../ticket/ticket-off.ts"

/**
 * Has a ticket summarised for which no draft is prepared, so that the panel isn't empty. The request is stored under
 * the summary's own id, because there is no draft. @throws HelpdeskPageFault
 */
export async function prepareSummary(services: Services, state: TicketState, store: Store): Promise<void> {
  const signal = AbortSignal.timeout(READ_MS)
  const { ticket, masked, table: own, unfit } = await maskedTicket(services, state, store, signal)
  const { record } = state
  if (unfit || !record || !needsSummary(record)) return
  const before = await readEarlier(services, state, ticket)
  const { shown: earlier, table } = await promisedEarlier(services, state, before, own, signal)
  const id = crypto.randomUUID()
  const site = await services.account.rules.siteOf(state.ticket.site)
  await keepRequest(state, store, table, {
    draftId: id,
    key: state.key,
    at: isoNow(services.clock),
    path: "/v1/summaries",
    body: summaryBody({ summaryId: id, ticket: { ...masked, site } })
  })
  setTicketContent(state, {
    earlier,
    summary: { id, draftId: id, version: record.version, state: "writing", lines: [] }
  })
  await keepTicket(state, store)
  void writeSummary(services, state, store)
}

/** In milliseconds, for reading and masking. */
const READ_MS = 30_000

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
    for await (const event of (await relayFor(services, state)).ask(request.path, request.body, stop.signal)) {
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
