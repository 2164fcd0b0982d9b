import type { FromPage } from "../protocol/page.ts"
import type { Desk } from "./desk.ts"

/** Mutations within this many ms are looked at once. */
const BURST = 50

/**
 * Tells which ticket is in front: now, whenever that or its thread changes, and again when the page comes back into view (some
 * helpdesks' pages never change by themselves). Ends with the signal.
 */
export function watchTicket({ adapter, page }: Desk, send: (message: FromPage) => void, signal: AbortSignal): void {
  const { document } = page
  const view = document.defaultView
  if (!view || signal.aborted) return
  let told: string | undefined

  const look = () => {
    const open = adapter.openTicket(page)
    const now = open ? `${open.ticketId} ${open.version} ${open.thread}` : ""
    if (now === told) return
    told = now
    if (!open) return send({ kind: "ticket-left" })
    const { ticketId, version } = open
    send({ kind: "ticket-opened", helpdesk: adapter.id, ticketId, ...(version === undefined ? {} : { version }) })
  }
  const tellAgain = () => {
    if (document.visibilityState === "hidden") return
    told = undefined
    look()
  }

  view.addEventListener("popstate", look, { signal })
  view.addEventListener("pageshow", ({ persisted }) => (persisted ? tellAgain() : look()), { signal })
  document.addEventListener("visibilitychange", tellAgain, { signal })
  if ("navigation" in view) {
    view.navigation.addEventListener("currententrychange", look, { signal })
    view.navigation.addEventListener("navigatesuccess", look, { signal })
  }
  if (adapter.changes) observe(document.body, adapter.changes, look, signal)
  look()
}

function observe(body: HTMLElement, changes: MutationObserverInit, look: () => void, signal: AbortSignal): void {
  const view = body.ownerDocument.defaultView ?? globalThis
  let timer: ReturnType<typeof setTimeout> | undefined
  const observer = new view.MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, BURST)
  })
  observer.observe(body, changes)
  signal.addEventListener("abort", () => {
    observer.disconnect()
    clearTimeout(timer)
  }, { once: true })
}
