import { LoggedOut, PageChanged, type Page } from "../contract/adapter.ts"
import { readDocument } from "../contract/session-requests.ts"
import { redmine as at } from "./selectors.ts"

/** The issue's own page, whichever of its pages is in front. @throws PageChanged, LoggedOut, Unreadable */
export async function readIssue(page: Page, ticketId: string, signal: AbortSignal): Promise<Document> {
  const issue = await readDocument(page, addressOf(page, ticketId), "text/html", signal)
  // A public project is shown to everybody, without what only agents see.
  if (!issue.querySelector(at.signedIn)) throw new LoggedOut("the helpdesk answered as to a stranger")
  if (!issue.querySelector(at.issue)) throw new PageChanged("issue")
  return issue
}

/** Redmine may live below a path; a list may be a project's. */
export function addressOf({ url }: Page, ticketId: string): string {
  return `${url.pathname.replace(/(\/projects\/[^/]+)?\/issues(\/.*)?$/, "")}/issues/${ticketId}`
}

/** Notes with words, oldest first: some agents have the newest on top. */
export function notesOf(document: Document): HTMLElement[] {
  const number = ({ id }: HTMLElement) => Number(id.slice("change-".length))
  return [...document.querySelectorAll<HTMLElement>(at.note)]
    .filter((note) => !note.closest(at.text))
    .sort((a, b) => number(a) - number(b))
}

export function isPublic(note: HTMLElement): boolean {
  return !note.classList.contains(at.privateNote)
}
