import type { MissedPart } from "../../ticket/page-part.ts"
import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { ownElements, part } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { isPublic, notesOf, outsidePrivateNotes, readIssue, addressOf } from "./issue.ts"
import { readTicket, placesOf } from "./read-ticket.ts"
import { redmine as at } from "./selectors.ts"
import type { EarlierTicket } from "../../ticket/earlier-ticket.ts"
import { newestEarlier } from "../contract/newest-earlier.ts"
import { ifAllowed } from "../contract/session-requests.ts"
import { readFeed } from "./feed.ts"

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
    const inEach = (selector: string, name: MissedPart) => notes.map((note) => part(note, selector, name))
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

/**
 * Takes the issues that the requester opened from the feed of their activity in the project, which reading an issue
 * uses too. It reaches back as far as the feed does, and a requester without an account has none.
 */
async function earlierTickets(
  page: Page,
  ticketId: string,
  since: string,
  signal: AbortSignal
): Promise<EarlierTicket[]> {
  const issue = part(await readIssue(page, ticketId, signal), at.issue, "ticket pane")
  const { activity, user } = placesOf(part(issue, at.opened, "requester"))
  if (!activity || !user) return []
  const entries = await ifAllowed(readFeed(page, activity, signal))
  const opened = [...(entries ?? [])].flatMap(([message, { at: time }]) => {
    const [, id] = /^issue-(\d+)$/.exec(message) ?? []
    return id ? [{ ticketId: id, at: time }] : []
  })
  return newestEarlier(opened, { ticketId, since }, (id) => new URL(addressOf(page, id), page.url).href)
}

/**
 * Returns the issues of a list, in its order, as far as reading one changes nothing. Redmine records whose project was
 * used last and shows that to the agent. Issues of other projects are therefore left out, and so are those whose
 * project the list doesn't show.
 */
function listedIssues({ document, url }: Page): string[] {
  const own = /\/projects\/([^/]+)\/issues\/?$/.exec(url.pathname)?.[1]
  const last = own ?? lastUsed(document)
  const isOwn = own !== undefined && !document.querySelector(at.subprojects)
  return [...document.querySelectorAll<HTMLElement>(at.listed)]
    .filter((row) => {
      const project = row.querySelector(at.listedProject)
      return project ? last !== undefined && projectOf(project) === last : isOwn
    })
    .flatMap(({ id }) => /^issue-(\d+)$/.exec(id)?.[1] ?? [])
}

/**
 * Returns the first project of the head's menu, unless that begins with all projects. It is the one used last, or a
 * bookmarked one, whose use isn't recorded.
 */
function lastUsed(document: Document): string | undefined {
  const menu = document.querySelector(at.projects)
  const first = menu?.querySelector("a")
  return first && menu && menu.querySelectorAll("strong").length > 1 ? projectOf(first) : undefined
}

function projectOf(link: Element): string | undefined {
  return /\/projects\/([^/?]+)/.exec(link.getAttribute("href") ?? "")?.[1]
}
