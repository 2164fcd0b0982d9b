import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter } from "../contract/adapter.ts"
import { datedThreads, readConversation, threadsOf, visibilityOf } from "./conversation.ts"
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
      threads.findLast(({ thread }) => visibilityOf(thread) === visibility)?.thread.dataset["thread_id"]
    const note = newest("internal")
    return { version: newest("public") ?? "", ...(note ? { note } : {}) }
  },

  findReplyEditor({ document }, ticketId) {
    const blocks = [...document.querySelectorAll<HTMLElement>(fs.block)]
    const own = blocks.filter((block) => {
      const id = block.querySelector<HTMLInputElement>(fs.conversationId)?.value
      if (!id) throw new PageChanged("ticket number")
      return id === ticketId
    })
    const [block, another] = own.filter((one) => !one.closest(fs.hidden))
    if (!block) throw new NoEditor()
    const isNote = block.querySelector<HTMLInputElement>(fs.isNote)
    if (!isNote) throw new PageChanged("choice between reply and note")
    const subtype = block.querySelector<HTMLInputElement>(fs.subtype)?.value ?? ""
    const isOther = fs.otherKinds.some((kind) => block.classList.contains(kind))
    if (another || isNote.value !== "" || subtype !== "" || isOther) throw new NotPublic()
    const editor = block.querySelector<HTMLElement>(fs.editor)
    if (!editor) throw new PageChanged("editor")
    return editor
  },

  messageElement({ document }, ticketId, { id }) {
    if (document.body.dataset["conversation_id"] !== ticketId) return undefined
    return threadsOf(document).find((thread) => thread.dataset["thread_id"] === id)
  }
}
