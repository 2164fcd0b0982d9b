import { LoggedOut, PageChanged, type Page } from "../contract/adapter.ts"
import { ownElements, outsideNotes } from "../contract/own-nodes.ts"
import { readDocument } from "../contract/session-requests.ts"
import { redmine as at } from "./selectors.ts"

/** Returns the issue's own page, whichever of its pages is open. @throws PageChanged, LoggedOut, Unreadable */
export async function readIssue(page: Page, ticketId: string, signal: AbortSignal): Promise<Document> {
  const issue = await readDocument(page, addressOf(page, ticketId), "text/html", signal)
  // Everybody can see a public project, but without what only agents see.
  if (!issue.querySelector(at.signedIn)) throw new LoggedOut("the helpdesk answered as to a stranger")
  if (!issue.querySelector(at.issue)) throw new PageChanged("ticket pane")
  return issue
}

/** Redmine may be installed below a path, and a list may belong to a project. */
export function addressOf({ url }: Page, ticketId: string): string {
  return `${url.pathname.replace(/(\/projects\/[^/]+)?\/issues(\/.*)?$/, "")}/issues/${ticketId}`
}

/** Returns the notes with text, oldest first, because some agents show the newest on top. */
export function notesOf(document: Document): HTMLElement[] {
  const number = ({ id }: HTMLElement) => Number(id.slice("change-".length))
  return ownElements(document, at.note, at.written).sort((a, b) => number(a) - number(b))
}

/** Creates the check that what is read of an issue is no private note's. */
export const outsidePrivateNotes = (document: Document) => outsideNotes(document.querySelectorAll(`.${at.privateNote}`))

export function isPublic(note: HTMLElement): boolean {
  return !note.classList.contains(at.privateNote)
}
