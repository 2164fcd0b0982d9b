import { CopyOnly, NoEditor, NotPublic, PageChanged, type HelpdeskAdapter, type Page } from "../contract/adapter.ts"
import { addressesIn } from "../contract/mail-address.ts"
import { ownElements, own, part } from "../contract/own-nodes.ts"
import { testEditor, testParts } from "../contract/self-test.ts"
import { customerOf, newestPublic, readTicket } from "./read-ticket.ts"
import { DESKTOP, LEGACY } from "./recognise.ts"
import { bubbleOf, paneOf, SENT, za } from "./selectors.ts"

/**
 * Zammad 6 and 7, in its first interface and in the second one below "/desktop". Both are read by the REST API in the
 * agent's session. Insert works in the first one alone, because nothing in the second one proves a public reply.
 */
export const zammad: HelpdeskAdapter = {
  id: "zammad",
  copyOnly: isDesktop,
  changes: { childList: true, subtree: true, attributeFilter: ["class"] },
  matches: ({ document, url }) =>
    document.querySelector(za.product) !== null ||
    (/^\/desktop(\/|$)/.test(url.pathname) && document.querySelector(za.desktop) !== null),

  openTicket(page) {
    const ticketId = openId(page)
    if (!ticketId) return undefined
    const pane = paneIn(page, ticketId)
    return {
      ticketId,
      thread: String(pane?.querySelectorAll(`${za.article}, ${za.desktopArticle}`).length)
    }
  },

  readTicket,
  newestPublic,

  findReplyEditor(page, ticketId) {
    if (openId(page) !== ticketId) throw new NoEditor()
    if (isDesktop(page)) {
      if (ownElements(page.document, za.desktopComposer, za.desktopArticle).length === 0) throw new NoEditor()
      throw new CopyOnly()
    }
    const [form, another] = composersIn(paneIn(page, ticketId))
    if (!form) throw new NoEditor()
    const classes = own(form, "classList")
    if (!classes.contains(za.open)) throw new NoEditor()
    const [internal, type] = [fieldIn(form, za.isInternal), fieldIn(form, za.type)]
    if (!internal || !type) throw new PageChanged("public marker")
    const isPublic = classes.contains(za.public) && !classes.contains(za.internal)
    if (another || !isPublic || internal.value !== "" || !SENT.includes(type.value)) throw new NotPublic()
    const [editor] = ownElements(form, za.editor, za.bubble)
    if (!editor) throw new PageChanged("reply editor")
    if (!goesToCustomer(form, customerOf(page, ticketId))) throw new NotPublic()
    return editor
  },

  selfTest(page) {
    const { document, url } = page
    const ticketId = openId(page)
    const pane = ticketId ? paneIn(page, ticketId) : null
    return [
      ...testParts([
        [
          "ticket pane",
          () => {
            if (LEGACY.test(url.hash) && !document.querySelector(za.activePane)) throw new PageChanged("ticket pane")
            return pane
          }
        ],
        // Every ticket has an article.
        ["messages", () => pane && part(pane, `${za.article}, ${za.desktopArticle}`, "messages")]
      ]),
      ...testEditor(
        () => zammad.findReplyEditor(page, ticketId ?? ""),
        () =>
          composersIn(pane).some((form) => {
            const classes = own(form, "classList")
            return classes.contains(za.public) || classes.contains(za.internal)
          })
      )
    ]
  },

  messageElement(page, ticketId, { id }) {
    if (openId(page) !== ticketId || !/^\d+$/.test(id)) return undefined
    const pane = paneIn(page, ticketId)
    if (isDesktop(page)) return pane?.querySelector<HTMLElement>(bubbleOf(id)) ?? undefined
    return [...(pane?.querySelectorAll<HTMLElement>(za.article) ?? [])].find(
      (article) => article.dataset["id"] === id && !article.closest(za.bubble)
    )
  }
}

/**
 * A forward is a public mail like a reply, and so is a mail to whomever the agent names. That the customer is among the
 * recipients proves a reply, so of a ticket that wasn't read in this page yet nothing is proven.
 */
function goesToCustomer(form: HTMLElement, customer: string | undefined): boolean {
  const to = fieldIn(form, za.to)
  if (!to) throw new PageChanged("public marker")
  const cc = fieldIn(form, za.cc)?.value ?? ""
  const isForward = fieldIn(form, za.subtype)?.value === "forward"
  return !isForward && customer !== undefined && addressesIn(`${to.value},${cc}`).includes(customer)
}

/** Returns the composers of a pane, without what looks like one within a message or a quote. */
const composersIn = (pane: Element | null): HTMLElement[] => (pane ? ownElements(pane, za.composer, za.bubble) : [])

const fieldIn = (form: HTMLElement, what: string): HTMLInputElement | undefined =>
  ownElements<HTMLInputElement>(form, what, za.bubble)[0]

/**
 * Returns the ticket in the address, or undefined while another pane than its own is in front, as there is for a moment
 * between two tickets.
 */
function openId(page: Page): string | undefined {
  if (isDesktop(page)) return DESKTOP.exec(page.url.pathname)?.[1]
  const ticketId = LEGACY.exec(page.url.hash)?.[1]
  return ticketId && ownElements(page.document, za.activePane, za.bubble).length === 1 && paneIn(page, ticketId)
    ? ticketId
    : undefined
}

function isDesktop({ url }: Page): boolean {
  return url.pathname.startsWith("/desktop")
}

/** The second interface shows one ticket at a time, and takes the others out of the page. */
function paneIn(page: Page, ticketId: string): Element | null {
  return ownElements(page.document, isDesktop(page) ? "#app" : paneOf(ticketId), za.bubble)[0] ?? null
}
