import type { Visibility } from "../../ticket/ticket.ts"
import { LoggedOut, PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { ownElements, part, outsideNotes } from "../contract/own-nodes.ts"
import { readDocument } from "../contract/session-requests.ts"
import { ost } from "./selectors.ts"

/** Returns the ticket's own page as it is now. @throws PageChanged, LoggedOut, Unreadable */
export async function readPage(page: Page, ticketId: string, signal: AbortSignal): Promise<Document> {
  const address = `${page.url.pathname.replace(/[^/]*$/, "")}tickets.php?id=${ticketId}`
  const read = await readDocument(page, address, "text/html", signal)
  if (!read.querySelector(ost.signedIn)) throw new LoggedOut("the helpdesk answered as to a stranger")
  const self = read.querySelector(ost.self)?.getAttribute("href")
  // Instead of a ticket that doesn't exist, or isn't shown to this agent, osTicket shows a list.
  if (!self && !read.querySelector(ost.thread)) throw new Unreadable("not-found")
  if (/[?&]id=(\d+)/.exec(self ?? "")?.[1] !== ticketId) throw new PageChanged("ticket number")
  if (!read.querySelector(ost.thread)) throw new PageChanged("messages")
  return read
}

/** Returns messages, replies and notes in the page's order, without what looks like one within another. */
export const outerEntries = (document: Document): HTMLElement[] => ownElements(document, ost.entry, ost.written)

/** Returns messages, replies and notes, oldest first, because some agents show the newest on top. */
export function entriesOf(document: Document): HTMLElement[] {
  return outerEntries(document)
    .map((entry) => ({ entry, number: Number(idOf(entry)) }))
    .sort((a, b) => a.number - b.number)
    .map(({ entry }) => entry)
}

/** @throws PageChanged */
export function idOf(entry: HTMLElement): string {
  const id = /^entry-(\d+)$/.exec(part(entry, ost.anchor, "message id").getAttribute("name") ?? "")?.[1]
  if (!id) throw new PageChanged("message id")
  return id
}

/** Creates the check that what is read of a ticket is no note's. The thread's entries count by their kind. */
export const outsideInternal = (document: Document) =>
  outsideNotes([
    ...document.querySelectorAll(ost.internal),
    ...outerEntries(document).filter((entry) => visibilityOf(entry) === "internal")
  ])

/** What isn't known to have reached or come from the customer is internal, as the system's own entries are. */
export function visibilityOf({ classList }: HTMLElement): Visibility {
  return classList.contains("message") || classList.contains("response") ? "public" : "internal"
}
