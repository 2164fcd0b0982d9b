import type { FromPage } from "../protocol/page.ts"
import type { HelpdeskPage } from "./helpdesk-page.ts"
import { observeChanges } from "../helpdesks/contract/observe-changes.ts"

/**
 * Reports which tickets are in the visible list, or come next in the list from which the ticket was opened. It reports
 * each such list once.
 * @param anew has an event "change" when it is to look again
 */
export function watchList(
  { adapter, page }: HelpdeskPage,
  send: (message: FromPage) => void,
  signal: AbortSignal,
  anew?: EventTarget
): void {
  if (!adapter.listTickets) return
  const { document } = page
  let told = ""
  const look = () => {
    if (document.visibilityState === "hidden") return
    const ticketIds = adapter.listTickets?.(page).slice(0, MAX_TOLD) ?? []
    const now = ticketIds.join(" ")
    if (now === told) return
    told = now
    if (now !== "") send({ kind: "list-seen", helpdesk: adapter.id, ticketIds })
  }
  document.addEventListener("visibilitychange", look, { signal })
  anew?.addEventListener("change", look, { signal })
  if (adapter.changes) observeChanges(document.body, adapter.changes, look, signal)
  look()
}

const MAX_TOLD = 10
