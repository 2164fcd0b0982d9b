import { observeChanges } from "../contract/observe-changes.ts"
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

/** Calls `look` soon after something changes in the inbox's shadow root, until the signal aborts. */
export function observeInbox(document: Document, look: () => void, signal: AbortSignal): void {
  let observed: ShadowRoot | undefined
  let former: AbortController | undefined
  const attach = () => {
    const root = document.querySelector(ic.host)?.shadowRoot
    if (!root || root === observed) return
    former?.abort()
    former = new AbortController()
    observed = root
    observeChanges(root, CHANGES, look, AbortSignal.any([signal, former.signal]))
    look()
  }
  // The inbox is drawn after the page.
  observeChanges(document.documentElement, CHANGES, attach, signal)
  attach()
}

const CHANGES = { childList: true, subtree: true }
