import { CopyOnly, Unreadable, type HelpdeskAdapter, type Page } from "../helpdesks/contract/adapter.ts"
import { shortHash } from "../text/hash.ts"
import { SELECTED_TEXT } from "../ticket/ticket-key.ts"
import { PageRefusal } from "./page-problem.ts"

/** What was selected, and where and when it was taken. */
export interface SelectedText {
  text: string
  /** The page's address without its fragment. */
  address: string
  /** ISO 8601. */
  at: string
}

/**
 * Takes the text that is selected in the page, or in a frame of the same origin that has the focus.
 * @throws PageRefusal "no-selection" if that is nothing but white space
 */
export function takeSelection({ document, url }: Page, at: Date): SelectedText {
  const text = selectedIn(document).trim()
  if (text === "") throw new PageRefusal({ code: "no-selection" })
  return { text, address: addressOf(url), at: at.toISOString() }
}

/**
 * Returns an adapter by which that text is a ticket of one message of the customer's. It is open while the page keeps
 * its address. Nothing proves where a public reply is written there, so a draft can only be copied.
 */
export function selectedTextAdapter({ text, address, at }: SelectedText): HelpdeskAdapter {
  // The same text on the same page is the same ticket, so that its draft is found again.
  const id = shortHash(`${address} ${text}`, `${text} ${address}`)
  const requireOwn = (ticketId: string) => {
    if (ticketId !== id) throw new Unreadable("not-found")
  }
  return {
    id: SELECTED_TEXT,
    matches: () => true,
    openTicket: ({ url }) => (addressOf(url) === address ? { ticketId: id, version: id } : undefined),
    async readTicket(_, ticketId) {
      requireOwn(ticketId)
      const message = { id, author: "", role: "customer" as const, visibility: "public" as const, at, text }
      return { helpdesk: SELECTED_TEXT, ticketId, subject: "", requester: {}, tags: [], messages: [message] }
    },
    async newestPublic(_, ticketId) {
      requireOwn(ticketId)
      return { version: id }
    },
    findReplyEditor() {
      throw new CopyOnly()
    },
    selfTest: () => []
  }
}

/** A selection in a field belongs to the field, and one in a frame to the frame's document. */
function selectedIn(document: Document): string {
  const { activeElement: active, defaultView: view } = document
  if (!view) return ""
  if (active instanceof view.HTMLIFrameElement && active.contentDocument) return selectedIn(active.contentDocument)
  const inField =
    active instanceof view.HTMLTextAreaElement ? active.value.slice(active.selectionStart, active.selectionEnd) : ""
  return inField || String(view.getSelection() ?? "")
}

function addressOf(url: URL): string {
  return url.href.slice(0, url.href.length - url.hash.length)
}
