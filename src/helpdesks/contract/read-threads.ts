import { PageChanged, type Page } from "./adapter.ts"
import type { Message, Visibility } from "../../ticket/ticket.ts"
import { optional } from "./foreign-json.ts"

/** The tickets that a helpdesk's API has given with messages, by the page in which they were read. */
const threads = new WeakMap<Document, Set<string>>()

/** Notes that a ticket was read by an API and has these messages, so that its page must show some. */
export function noteThread({ document }: Page, ticketId: string, messages: readonly unknown[]): void {
  const known = threads.get(document) ?? new Set<string>()
  threads.set(document, known)
  if (messages.length > 0) known.add(ticketId)
}

/**
 * Returns whether the page shows a message of the ticket, as the adapter has found. A page may not be drawn yet.
 * @throws PageChanged if it shows none of a ticket that was read with messages in this page
 */
export function showsThread({ document }: Page, ticketId: string | undefined, isShown: boolean): boolean {
  if (ticketId === undefined) return false
  if (!isShown && threads.get(document)?.has(ticketId)) throw new PageChanged("messages")
  return isShown
}

/**
 * Returns the ids of the newest public message, "" if there is none, and of the newest note.
 * @param messages oldest first
 */
export function newestMessages(messages: readonly Pick<Message, "id" | "visibility">[]): {
  version: string
  note?: string
} {
  const newest = (visibility: Visibility) => messages.findLast((message) => message.visibility === visibility)?.id
  return { version: newest("public") ?? "", ...optional("note", newest("internal")) }
}
