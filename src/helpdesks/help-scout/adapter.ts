import { CopyOnly, NoEditor, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { ownElements } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { frontConversation } from "./front.ts"
import { newestPublic, readTicket, subjectOf } from "./read-ticket.ts"
import { isHelpScout } from "./recognise.ts"
import { hs } from "./selectors.ts"
import { conversationOf, listOf, textParts, threadsOf, type Thread } from "./threads.ts"

/**
 * Help Scout. Its page says which messages are the customer's, and nothing that is known of it tells the team's replies
 * from notes, neither in the conversation nor where one is written. So what the team wrote is internal, and Insert isn't
 * offered.
 */
export const helpScout: HelpdeskAdapter = {
  id: "help-scout",
  copyOnly: () => true,
  changes: { childList: true, subtree: true },
  matches: ({ url }) => isHelpScout(url),

  openTicket(page) {
    const ticketId = frontConversation(page)
    const threads = listOf(page.document)?.querySelectorAll(hs.thread)
    return ticketId === undefined ? undefined : { ticketId, thread: String(threads?.length) }
  },

  readTicket,
  newestPublic,

  findReplyEditor(page, ticketId) {
    if (frontConversation(page) !== ticketId || editorsIn(page).length === 0) throw new NoEditor()
    throw new CopyOnly()
  },

  selfTest(page) {
    const { document, url } = page
    const list = conversationOf(url) === undefined ? undefined : listOf(document)
    const find = () => {
      // Slate in a form that isn't known.
      if (list && editorsIn(page).length === 0 && editorsIn(page, hs.slate).length > 0)
        throw new PageChanged("reply editor")
      return helpScout.findReplyEditor(page, conversationOf(url) ?? "")
    }
    return [
      ...testParts([
        [
          "messages",
          () => {
            // Messages that stand elsewhere than they used to.
            if (conversationOf(url) && !list && document.querySelector("[id^='thread-']"))
              throw new PageChanged("messages")
            return list?.querySelector(hs.thread)
          }
        ],
        ["subject", () => list && subjectOf(document) !== ""],
        ["message id", () => list && list.querySelector(hs.thread) && threadsOf(document)],
        ["message text", () => list && wellNumbered(document).map(textParts)]
      ]),
      ...testEditor(find)
    ]
  },

  messageElement(page, ticketId, { id }) {
    if (frontConversation(page) !== ticketId) return undefined
    return threadsOf(page.document).find((thread) => thread.id === id)?.element
  }
}

/** A part of its own reports a broken number. */
function wellNumbered(document: Document): Thread[] {
  try {
    return threadsOf(document)
  } catch (error) {
    if (error instanceof PageChanged) return []
    throw error
  }
}

const editorsIn = ({ document }: Page, what = hs.editor): HTMLElement[] => ownElements(document, what, hs.list)
