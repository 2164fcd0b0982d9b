import type { SummaryRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { keepTicket } from "./keep.ts"
import { keptRequest } from "../ticket/kept-request.ts"
import type { Desk, Work } from "../ticket/work.ts"

/**
 * Follows a summary to its end; taken up again like a draft. A summary that failed is asked anew with the next draft.
 */
export async function writeSummary(desk: Desk, work: Work, store: Store): Promise<void> {
  const begun = work.record?.summary
  if (begun?.state !== "writing" || work.summarising) return
  const stop = new AbortController()
  work.summarising = stop
  let summary: SummaryRecord = { ...begun, lines: [] }
  const put = (next: SummaryRecord, language?: string | null) => {
    summary = next
    if (work.record?.summary?.id !== begun.id) return
    work.record = { ...work.record, summary: next, language: language ?? work.record.language }
    desk.show(work)
  }
  try {
    const request = await keptRequest(desk, work, store, begun.draftId, "/v1/summaries")
    for await (const event of desk.account.relay.ask(request.path, request.body, stop.signal)) {
      if (event.type === "heartbeat") desk.show(work)
      if (event.type === "summary-line") put({ ...summary, lines: [...summary.lines, event.line] })
      if (event.type === "summary-end") put({ ...summary, state: "ready", lines: event.lines }, event.language)
    }
  } catch (error) {
    put({ ...summary, state: "failed" })
    if (!stop.signal.aborted) await desk.trouble(error)
  } finally {
    work.summarising = undefined
    desk.show(work)
    await keepTicket(work, store).catch((error: unknown) => desk.trouble(error))
  }
}
