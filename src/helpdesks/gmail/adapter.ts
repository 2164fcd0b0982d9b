import { NoEditor, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { publicEditor } from "./composer.ts"
import { messageRows, newestPublic, readTicket } from "./read-ticket.ts"
import { isGmail } from "./recognise.ts"
import { gm } from "./selectors.ts"
import { accountOf, idOf, openThread, requesterOf, rowsOf, senderOf, shownHeadings, timeOf } from "./thread.ts"
import { lineOf } from "../contract/own-nodes.ts"

/**
 * Gmail in a browser, for a mailbox that a team answers customers from. It has no API for a session, so the
 * conversation in front is read from the page, and nothing else is.
 */
export const gmail: HelpdeskAdapter = {
  id: "gmail",
  // Views that were opened before are only shown again.
  changes: { childList: true, subtree: true, attributeFilter: ["role", "style", "aria-expanded"] },
  matches: ({ url }) => isGmail(url),

  openTicket({ document }) {
    const thread = openThread(document)
    if (!thread) return undefined
    // This is asked for at each change of the page, so it doesn't go through the messages.
    const count = (selector: string) => thread.pane.querySelectorAll(selector).length
    return { ticketId: thread.ticketId, thread: `${count(gm.row)}.${count(gm.content)}` }
  },

  readTicket,
  newestPublic,

  findReplyEditor({ document }, ticketId) {
    const thread = openThread(document)
    if (thread?.ticketId !== ticketId) throw new NoEditor()
    return publicEditor(thread, requesterOf(messageRows(thread), accountOf(document))?.address)
  },

  selfTest(page) {
    const { document } = page
    const thread = openThread(document)
    const rows = thread ? rowsOf(thread) : []
    const [heading] = shownHeadings(document)
    return [
      ...testParts([
        [
          "ticket pane",
          () => {
            if (heading && !heading.closest(gm.pane)) throw new PageChanged("ticket pane")
            return thread
          }
        ],
        [
          "ticket number",
          () => {
            if (heading?.closest(gm.pane) && !heading.hasAttribute(gm.threadId)) throw new PageChanged("ticket number")
            return thread
          }
        ],
        ["subject", () => thread && lineOf(thread.heading) !== ""],
        [
          "messages",
          () => {
            // A conversation of nothing but a draft has none.
            if (rows.length === 0 && thread?.pane.querySelector(gm.content)) throw new PageChanged("messages")
            return rows.length > 0
          }
        ],
        ["message text", () => rows.length > 0 && thread && messageRows(thread)],
        ["message id", () => rows.length > 0 && rows.map(idOf)],
        ["author", () => rows.length > 0 && rows.map((row) => senderOf(row, ""))],
        ["role of the author", () => thread && accountOf(document)],
        ["time", () => rows.length > 0 && rows.map(timeOf)]
      ]),
      ...testEditor(() => gmail.findReplyEditor(page, thread?.ticketId ?? ""))
    ]
  },

  messageElement({ document }, ticketId, { id }) {
    const thread = openThread(document)
    if (thread?.ticketId !== ticketId) return undefined
    return rowsOf(thread).find((row) => idOf(row) === id)?.element
  }
}
