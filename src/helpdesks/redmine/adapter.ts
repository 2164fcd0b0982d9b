import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { isPublic, notesOf, readIssue } from "./issue.ts"
import { listedIssues } from "./list.ts"
import { readTicket } from "./read-ticket.ts"
import { redmine as at } from "./selectors.ts"

/** Redmine 5. Its JSON takes no session: the issue's page tells what was said and to whom, Atom feeds tell when. */
export const redmine: HelpdeskAdapter = {
  id: "redmine",
  matches: ({ document }) => document.querySelector(at.product) !== null,

  openTicket({ document, url }) {
    const ticketId = /\/issues\/(\d+)(?:\/edit)?\/?$/.exec(url.pathname)?.[1]
    return ticketId && document.querySelector(`${at.issue}, ${at.notes}`) ? { ticketId } : undefined
  },

  readTicket,

  async newestPublic(page, ticketId, signal) {
    const notes = notesOf(await readIssue(page, ticketId, signal))
    const note = notes.findLast((one) => !isPublic(one))?.id
    return { version: notes.findLast(isPublic)?.id ?? `issue-${ticketId}`, ...(note ? { note } : {}) }
  },

  findReplyEditor({ document }, ticketId) {
    const editor = document.querySelector<HTMLTextAreaElement>(at.notes)
    // Closed, or its preview is shown in its place.
    if (!editor?.form || editor.closest(at.closed) || editor.classList.contains("hidden")) throw new NoEditor()
    const id = /\/issues\/(\d+)$/.exec(editor.form.getAttribute("action") ?? "")?.[1]
    if (!id) throw new PageChanged("ticket number")
    if (id !== ticketId) throw new NoEditor()
    const saysPrivate = ({ type, checked, value }: HTMLInputElement) => (type === "checkbox" ? checked : value !== "0")
    if ([...editor.form.querySelectorAll<HTMLInputElement>(at.privateNotes)].some(saysPrivate)) throw new NotPublic()
    return editor
  },

  // An issue's page tells no more of the list it was opened from than the next one.
  listTickets(page) {
    const next = [...page.document.querySelectorAll(at.next)].flatMap(
      (link) => /\/issues\/(\d+)$/.exec(link.getAttribute("href") ?? "")?.[1] ?? []
    )
    return [...listedIssues(page), ...next]
  },

  messageElement({ document }, ticketId, { id }) {
    const issue = document.querySelector(at.issue)
    if (id === `issue-${ticketId}`) return issue?.querySelector<HTMLElement>(at.description) ?? undefined
    return notesOf(document).find((note) => note.id === id)
  }
}
