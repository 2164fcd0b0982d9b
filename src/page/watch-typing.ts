import type { FromPage } from "../protocol/page.ts"
import type { HelpdeskPage } from "./helpdesk-page.ts"

/** The milliseconds without a key press after which the agent counts as having paused. */
const PAUSE = 1200

/**
 * Reports that the agent has paused while writing, anywhere in the page or in an editor's frame. It reports neither the
 * text nor the place: a listener asks for the public reply. Nothing is polled. It stops with the signal.
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
    one.addEventListener("compositionstart", () => composing.add(one), { capture: true, signal })
    one.addEventListener("compositionend", () => composing.delete(one), { capture: true, signal })
  }
  hear(document)
  // A frame takes the focus from the page. At that moment its document exists and can be listened to.
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

/** Documents in which an input method is at work, as for Japanese. */
const composing = new WeakSet<Document>()

/**
 * Returns whether the agent is composing a character with an input method. What a script writes into an editor then may
 * break it: parts are lost, or the character stands twice. Without the focus nobody composes.
 */
export const isComposing = ({ ownerDocument }: HTMLElement): boolean =>
  composing.has(ownerDocument) && ownerDocument.hasFocus()

/** Waits until nobody composes in the element's page, so many ms at most. */
export async function composed(element: HTMLElement, mostMs: number, signal: AbortSignal): Promise<void> {
  if (!isComposing(element)) return
  const { ownerDocument } = element
  await new Promise<void>((resolve) => {
    const until = AbortSignal.any([signal, AbortSignal.timeout(mostMs)])
    until.addEventListener("abort", () => resolve(), { once: true })
    // The editor hears of it first.
    ownerDocument.addEventListener("compositionend", () => setTimeout(resolve), { once: true, signal: until })
  })
}
