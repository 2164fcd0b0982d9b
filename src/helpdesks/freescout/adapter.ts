import type { MissedPart } from "../../ticket/page-part.ts"
import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { ownElements, part } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { datedThreads, outsideInternal, readConversation, threadsOf, visibilityOf } from "./conversation.ts"
import { readTicket } from "./read-ticket.ts"
import { fs } from "./selectors.ts"

/**
 * FreeScout 1.8. It has no API for a session, so a conversation is read from its own page. Messages and notes are
 * written in one editor.
 */
export const freescout: HelpdeskAdapter = {
  id: "freescout",
  changes: { childList: true, subtree: true },
  matches: ({ document }) => document.querySelector(fs.product) !== null,

  openTicket({ document }) {
    const ticketId = document.body.dataset["conversation_id"]
    if (!ticketId || !document.querySelector(fs.conversation)) return undefined
    return { ticketId, thread: String(threadsOf(document).length) }
  },

  readTicket,

  async newestPublic(page, ticketId, signal) {
    const threads = datedThreads(await readConversation(page, ticketId, signal))
    const newest = (visibility: string) =>
      threads.findLast((one) => one.visibility === visibility)?.thread.dataset["thread_id"]
    const note = newest("internal")
    return { version: newest("public") ?? "", ...(note ? { note } : {}) }
  },

  findReplyEditor({ document }, ticketId) {
    const fieldIn = (block: HTMLElement, what: string) => ownElements<HTMLInputElement>(block, what, fs.written)[0]
    const own = ownElements(document, fs.block, fs.written).filter((block) => {
      const id = fieldIn(block, fs.conversationId)?.value
      if (!id) throw new PageChanged("ticket number")
      return id === ticketId
    })
    const [block, another] = own.filter((one) => !one.closest(fs.hidden))
    if (!block) throw new NoEditor()
    const isNote = fieldIn(block, fs.isNote)
    if (!isNote) throw new PageChanged("public marker")
    const subtype = fieldIn(block, fs.subtype)?.value ?? ""
    const isOther = fs.otherKinds.some((kind) => block.classList.contains(kind))
    if (another || isNote.value !== "" || subtype !== "" || isOther) throw new NotPublic()
    const [editor] = ownElements(block, fs.editor, fs.written)
    if (!editor) throw new PageChanged("reply editor")
    return editor
  },

  selfTest(page) {
    const { document } = page
    const isOpen = document.querySelector(fs.conversation) !== null
    const threads = threadsOf(document)
    const outside = outsideInternal(
      document,
      threads.map((thread) => ({ thread, visibility: visibilityOf(thread) }))
    )
    const inEach = (selector: string, name: MissedPart) => threads.map((thread) => part(thread, selector, name))
    return [
      ...testParts([
        [
          "messages",
          () => {
            // Messages that stand elsewhere than they used to.
            if (!isOpen && document.querySelector("[data-thread_id]")) throw new PageChanged("messages")
            return threads.length > 0
          }
        ],
        ["subject", () => isOpen && outside(part(document, fs.subject, "subject"), "subject")],
        ["message text", () => isOpen && inEach(fs.content, "message text")],
        ["author", () => isOpen && inEach(fs.person, "author")],
        ["time", () => isOpen && datedThreads(document)],
        [
          "ticket number",
          () =>
            isOpen &&
            ownElements(document, fs.block, fs.written).map((one) => part(one, fs.conversationId, "ticket number"))
        ]
      ]),
      ...testEditor(() => freescout.findReplyEditor(page, document.body.dataset["conversation_id"] ?? ""))
    ]
  },

  messageElement({ document }, ticketId, { id }) {
    if (document.body.dataset["conversation_id"] !== ticketId) return undefined
    return threadsOf(document).find((thread) => thread.dataset["thread_id"] === id)
  }
}
