import { CONVERSATION, isIntercom } from "./recognise.ts"
import { ic } from "./selectors.ts"

/** The conversation that the address names. */
export interface OpenConversation {
  /** The workspace and the number, because numbers are only known to be unique within a workspace. */
  ticketId: string
  workspace: string
  number: string
}

/** Returns the conversation in front, or undefined when the address names none. */
export function openConversation(url: URL): OpenConversation | undefined {
  const [, workspace, number] = (isIntercom(url) && CONVERSATION.exec(url.pathname)) || []
  return workspace && number ? { ticketId: `${workspace}-${shortNumber(number)}`, workspace, number } : undefined
}

/** A long run of digits could be a card number, and the relay takes none. */
const shortNumber = (number: string) => (number.length > 14 ? `b${BigInt(number).toString(36)}` : number)

/** Returns everything that the selector finds in the page and in the inbox's shadow root. */
export function inInbox(document: Document, selector: string): HTMLElement[] {
  const roots = [document, document.querySelector(ic.host)?.shadowRoot]
  return roots.flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])])
}

/** Changes within this many ms are looked at together. */
const BURST_MS = 20

/** Calls `look` soon after something changes in the inbox's shadow root, until the signal aborts. */
export function observeInbox(document: Document, look: () => void, signal: AbortSignal): void {
  const { MutationObserver } = document.defaultView ?? globalThis
  let timer: ReturnType<typeof setTimeout> | undefined
  let observed: ShadowRoot | undefined
  const inside = new MutationObserver(() => {
    timer ??= setTimeout(() => {
      timer = undefined
      look()
    }, BURST_MS)
  })
  const attach = () => {
    const root = document.querySelector(ic.host)?.shadowRoot
    if (!root || root === observed) return
    inside.disconnect()
    inside.observe(root, { childList: true, subtree: true })
    observed = root
    look()
  }
  // The inbox is drawn after the page.
  const outside = new MutationObserver(attach)
  outside.observe(document.documentElement, { childList: true, subtree: true })
  signal.addEventListener(
    "abort",
    () => {
      inside.disconnect()
      outside.disconnect()
      clearTimeout(timer)
    },
    { once: true }
  )
  attach()
}
