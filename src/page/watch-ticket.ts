import type { FromPage } from "../protocol/page.ts"
import type { HelpdeskPage } from "./helpdesk-page.ts"
import { observeChanges } from "../helpdesks/contract/observe-changes.ts"

/** A single-page helpdesk has no open ticket for a moment while it changes from one to the next. */
const BETWEEN = 150

/**
 * Reports which ticket is open: now, whenever the ticket or its thread changes, and again when the page becomes visible
 * (the pages of some helpdesks never change by themselves). It stops with the signal.
 * @param anew has an event "change" when what is open is to be reported again
 */
export function watchTicket(
  { adapter, page }: HelpdeskPage,
  send: (message: FromPage) => void,
  signal: AbortSignal,
  anew?: EventTarget
): void {
  const { document } = page
  const view = document.defaultView
  if (!view || signal.aborted) return
  let told: string | undefined
  let leaving: ReturnType<typeof setTimeout> | undefined

  const look = () => {
    const open = adapter.openTicket(page)
    const now = open ? `${open.ticketId} ${open.version} ${open.thread}` : ""
    if (open) leaving = void clearTimeout(leaving)
    if (now === told) return
    if (!open && told && adapter.changes) {
      leaving ??= setTimeout(leave, BETWEEN)
      return
    }
    told = now
    if (!open) return send({ kind: "ticket-left" })
    const { ticketId, version } = open
    send({
      kind: "ticket-opened",
      helpdesk: adapter.id,
      ticketId,
      ...(version === undefined ? {} : { version }),
      ...(adapter.copyOnly?.(page) ? { copyOnly: true } : {})
    })
  }
  const leave = () => {
    leaving = undefined
    if (adapter.openTicket(page)) return look()
    told = ""
    send({ kind: "ticket-left" })
  }
  const tellAgain = () => {
    if (document.visibilityState === "hidden") return
    told = undefined
    look()
  }

  view.addEventListener("popstate", look, { signal })
  view.addEventListener("pageshow", ({ persisted }) => (persisted ? tellAgain() : look()), { signal })
  document.addEventListener("visibilitychange", tellAgain, { signal })
  anew?.addEventListener("change", tellAgain, { signal })
  if ("navigation" in view) {
    view.navigation.addEventListener("currententrychange", look, { signal })
    view.navigation.addEventListener("navigatesuccess", look, { signal })
  }
  if (adapter.changes) observeChanges(document.body, adapter.changes, look, signal)
  adapter.observe?.(document, look, signal)
  signal.addEventListener("abort", () => clearTimeout(leaving), { once: true })
  look()
}

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
