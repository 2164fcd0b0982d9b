import type { FromPage } from "../protocol/page.ts"
import type { HelpdeskPage } from "./helpdesk-page.ts"

/** Milliseconds without a key after which somebody has paused. */
const PAUSE = 1200

/**
 * Tells that the agent has paused while writing, wherever in the page or in an editor's frame: not what was written,
 * nor where; who wants to know asks for the public reply. Nothing is polled. Ends with the signal.
 */
export function watchTyping(
  { adapter, page }: HelpdeskPage,
  send: (message: FromPage) => void,
  signal: AbortSignal
): void {
  const { document } = page
  const view = document.defaultView
  if (!view) return
  const heard = new WeakSet<Document>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const typed = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const ticketId = adapter.openTicket(page)?.ticketId
      if (ticketId !== undefined) send({ kind: "reply-paused", ticketId })
    }, PAUSE)
  }
  const hear = (one: Document) => {
    if (heard.has(one)) return
    heard.add(one)
    one.addEventListener("input", typed, { capture: true, signal })
  }
  hear(document)
  // A frame takes the focus away from the page: the moment in which its document is there to be heard.
  view.addEventListener(
    "blur",
    () => {
      const frame = document.activeElement
      const inside = frame instanceof view.HTMLIFrameElement ? frame.contentDocument : null
      if (inside) hear(inside)
    },
    { signal }
  )
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true })
}
