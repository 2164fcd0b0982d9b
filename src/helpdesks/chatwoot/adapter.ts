import { NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { ownElements } from "../contract/own-nodes.ts"
import { showsThread } from "../contract/read-threads.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { newestPublic, readTicket, ticketIdOf } from "./read-ticket.ts"
import { CONVERSATION } from "./recognise.ts"
import { cw } from "./selectors.ts"

/**
 * Chatwoot 3 and 4. It is read by the API of its own page. One box serves replies and private notes, and Enter sends in
 * it.
 */
export const chatwoot: HelpdeskAdapter = {
  id: "chatwoot",
  changes: { childList: true, subtree: true },
  matches: ({ document, url }) =>
    /^\/app\/accounts\/\d/.test(url.pathname) &&
    document.querySelector(cw.app) !== null &&
    [...document.scripts].some(({ text }) => text.includes(cw.config)),

  openTicket(page) {
    const ticketId = openId(page)
    return ticketId ? { ticketId, thread: String(page.document.querySelectorAll(cw.message).length) } : undefined
  },

  readTicket,
  newestPublic,

  findReplyEditor(page, ticketId) {
    if (openId(page) !== ticketId) throw new NoEditor()
    const [box, another] = outsideMessages(page, cw.box)
    if (!box) throw new NoEditor()
    const [top] = ownElements(box, cw.top, cw.message)
    if (!top) throw new PageChanged("reply editor")
    const editors = ownElements(top, `${cw.rich}, ${cw.plain}`, cw.message)
    const [editor, second] = editors
    if (another || second || box.classList.contains(cw.private)) throw new NotPublic()
    // A voice message is being recorded.
    if (!editor) throw new NoEditor()
    if (!saysReply(box, editor)) throw new NotPublic()
    return editor
  },

  selfTest(page) {
    const ticketId = openId(page)
    const boxes = outsideMessages(page, cw.box)
    return [
      ...testParts([
        // A conversation may be empty, and so may the box where a channel takes no replies.
        ["messages", () => showsMessages(page, ticketId)]
      ]),
      ...testEditor(
        () => {
          // An editor in the place of the box, while there is no box, is a box of another name.
          if (ticketId && boxes.length === 0 && outsideMessages(page, cw.rich).length > 0)
            throw new PageChanged("reply editor")
          return chatwoot.findReplyEditor(page, ticketId ?? "")
        },
        () => boxes.some((box) => box.classList.contains(cw.private) || box.querySelector(`${cw.replyTab}, ${cw.chip}`))
      )
    ]
  },

  messageElement(page, ticketId, { id }) {
    if (openId(page) !== ticketId) return undefined
    return [...page.document.querySelectorAll<HTMLElement>(cw.message)].find(
      (message) => message.dataset["messageId"] === id && !message.parentElement?.closest(cw.message)
    )
  }
}

/** Returns whether the page shows a message. @throws PageChanged if it only shows one by its other mark */
function showsMessages(page: Page, ticketId: string | undefined): boolean {
  const { document } = page
  const isShown = document.querySelector(cw.message) !== null
  const isNumbered = [...document.querySelectorAll(cw.numbered)].some(({ id }) => /^message\d+$/.test(id))
  if (ticketId !== undefined && !isShown && isNumbered) throw new PageChanged("messages")
  return showsThread(page, ticketId, isShown)
}

/** Returns what the page has of it, but for what stands in a message or an editor. */
const outsideMessages = ({ document }: Page, what: string): HTMLElement[] => ownElements(document, what, cw.message)

function openId({ url }: Page): string | undefined {
  const [, accountId, number] = CONVERSATION.exec(url.pathname) ?? []
  return accountId && number ? ticketIdOf({ accountId, number }) : undefined
}

/**
 * Says whether something in the box stands for a reply. That the class of a note is missing is no proof, because a
 * redesign may rename it. A note is always rich text, so a plain field is a reply; elsewhere the switch on top stands at
 * its beginning.
 */
function saysReply(box: HTMLElement, editor: HTMLElement): boolean {
  const above = (what: string) => ownElements(box, what, cw.message).find((one) => !one.closest(cw.top))
  if (editor.localName === "textarea" || above(cw.replyTab)) return true
  const chip = above(cw.chip)
  return /^0(px)?$/.test(chip?.style.getPropertyValue("--translate-x").trim() ?? "")
}
