import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { ownElements } from "../contract/own-elements.ts"
import { part } from "../contract/page-parts.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { isPublic, notesOf, outsidePrivateNotes, readIssue } from "./issue.ts"
import { earlierTickets } from "./earlier-tickets.ts"
import { listedIssues } from "./list.ts"
import { readTicket } from "./read-ticket.ts"
import { redmine as at } from "./selectors.ts"

const ISSUE = /\/issues\/(\d+)(?:\/edit)?\/?$/

/**
 * Redmine 5. Its JSON can't be read with a session, so messages and their visibility are read from the issue's page,
 * and times from Atom feeds.
 */
export const redmine: HelpdeskAdapter = {
  id: "redmine",
  matches: ({ document }) => document.querySelector(at.product) !== null,

  openTicket({ document, url }) {
    const ticketId = ISSUE.exec(url.pathname)?.[1]
    return ticketId && document.querySelector(`${at.issue}, ${at.notes}`) ? { ticketId } : undefined
  },

  readTicket,
  earlierTickets,

  async newestPublic(page, ticketId, signal) {
    const notes = notesOf(await readIssue(page, ticketId, signal))
    const note = notes.findLast((one) => !isPublic(one))?.id
    return { version: notes.findLast(isPublic)?.id ?? `issue-${ticketId}`, ...(note ? { note } : {}) }
  },

  findReplyEditor({ document }, ticketId) {
    const [editor] = ownElements<HTMLTextAreaElement>(document, at.notes, at.written)
    // The editor is closed, or its preview is shown in its place.
    if (!editor?.form || editor.closest(at.closed) || editor.classList.contains("hidden")) throw new NoEditor()
    const id = /\/issues\/(\d+)$/.exec(editor.form.getAttribute("action") ?? "")?.[1]
    if (!id) throw new PageChanged("ticket number")
    if (id !== ticketId) throw new NoEditor()
    const saysPrivate = ({ type, checked, value }: HTMLInputElement) => (type === "checkbox" ? checked : value !== "0")
    if (ownElements<HTMLInputElement>(editor.form, at.privateNotes, at.written).some(saysPrivate)) throw new NotPublic()
    return editor
  },

  selfTest(page) {
    const { document, url } = page
    const ticketId = ISSUE.exec(url.pathname)?.[1]
    const issue = document.querySelector(at.issue)
    const isOpen = ticketId !== undefined && !document.querySelector(at.refusal)
    const notes = notesOf(document)
    const inEach = (selector: string, name: string) => notes.map((note) => part(note, selector, name))
    return [
      ...testParts([
        // The editor's own page, below "/edit", has no issue.
        ["ticket pane", () => isOpen && !url.pathname.includes("/edit") && part(document, at.issue, "ticket pane")],
        ["subject", () => issue && outsidePrivateNotes(document)(part(issue, at.subject, "subject"), "subject")],
        ["requester", () => issue && part(issue, at.opened, "requester")],
        [
          "messages",
          () => {
            // A history that holds texts of which none is known as a note.
            if (notes.length === 0 && ownElements(document, at.textOfHistory, at.written).length > 0)
              throw new PageChanged("messages")
            return issue
          }
        ],
        ["message text", () => issue && inEach(at.text, "message text")],
        ["author", () => issue && inEach(at.noteHead, "author")]
      ]),
      ...testEditor(() => {
        const own = (what: string) => ownElements(document, what, at.written)
        if (own(at.notes).length === 0 && own(at.otherNotes).some((one) => !one.closest(at.closed)))
          throw new PageChanged("reply editor")
        return redmine.findReplyEditor(page, ticketId ?? "")
      })
    ]
  },

  // An issue's page shows only the next issue of the list that it was opened from.
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
