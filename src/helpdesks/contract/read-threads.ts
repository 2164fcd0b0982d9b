import type { Page } from "./adapter.ts"

/** The tickets that a helpdesk's API has given with messages, by the page in which they were read. */
const threads = new WeakMap<Document, Set<string>>()

/** Notes that a ticket was read by an API and has these messages, so that its page must show some. */
export function noteThread({ document }: Page, ticketId: string, messages: readonly unknown[]): void {
  const known = threads.get(document) ?? new Set<string>()
  threads.set(document, known)
  if (messages.length > 0) known.add(ticketId)
}

/** Returns whether the ticket was read with messages in this page. */
export const hasThread = ({ document }: Page, ticketId: string | undefined): boolean =>
  ticketId !== undefined && threads.get(document)?.has(ticketId) === true
