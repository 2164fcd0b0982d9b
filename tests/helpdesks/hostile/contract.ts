import { describe, expect, test } from "vitest"
import {
  CopyOnly,
  NoEditor,
  NotPublic,
  type HelpdeskAdapter,
  type Page
} from "../../../src/helpdesks/contract/adapter.ts"
import { adapters } from "../../../src/helpdesks/index.ts"
import { brokenParts } from "../../../src/ticket/page-part.ts"
import { fold, type Case } from "../case.ts"
import { hostileMail } from "./hostile-mail.ts"

/** Messages of a long thread that carry the mail. */
const MAX_PLACES = 4

const signal = () => AbortSignal.timeout(10_000)

/** What every adapter must hold against a mail that carries each of our selectors, in the thread and in the reply. */
export function hostileContract(cases: Case[]): void {
  const ofEach = adapters.flatMap(({ id }) =>
    (["public", "not-public", "none"] as const).flatMap((editor) => {
      const all = cases.filter((one) => one.adapter.id === id && one.editor === editor && !one.broken?.length)
      // A short thread holds each kind of message, too.
      return all.toSorted((a, b) => a.ticket.messages.length - b.ticket.messages.length).slice(0, 1)
    })
  )

  test("there is a page of every adapter", () =>
    expect(new Set(ofEach.map(({ adapter }) => adapter.id))).toEqual(new Set(adapters.map(({ id }) => id))))

  describe.each(ofEach)("a mail with all our selectors: $name", ({ adapter, open, ticket, editor }) => {
    test("in the thread and in the reply, it is neither written into nor read as the page", async () => {
      const opened = await open()
      const { page } = opened
      const { ticketId } = ticket
      // Some know the customer only after reading.
      await adapter.readTicket(page, ticketId, signal())
      const before = { found: outcomeOf(adapter, page, ticketId), broken: brokenParts(adapter.selfTest(page)) }
      expect(before.found instanceof Object).toBe(editor === "public")
      const mail = hostileMail(adapter.id, page.document)
      const places = [...writtenIn(page.document), ...messagesIn(page, adapter, ticket)]
      for (const place of places) place.prepend(...mail.map((node) => page.document.importNode(node, true)))
      expect(outcomeOf(adapter, page, ticketId)).toBe(before.found)
      expect(adapter.openTicket(page)?.ticketId).toBe(ticketId)
      const { messages, subject, requester } = await adapter.readTicket(page, ticketId, signal())
      expect(messages.map(({ id, role, visibility }) => [id, role, visibility])).toEqual(
        ticket.messages.map(({ id, role, visibility }) => [id, role, visibility])
      )
      expect({ subject, requester }).toEqual({ subject: ticket.subject, requester: ticket.requester })
      expect(brokenParts(adapter.selfTest(page))).toEqual(before.broken)
      await opened.close?.()
    })
  })
}

/** Returns the editor for a public reply, or why there is none. */
function outcomeOf(adapter: HelpdeskAdapter, page: Page, ticketId: string): HTMLElement | string {
  try {
    return adapter.findReplyEditor(page, ticketId)
  } catch (error) {
    if (error instanceof CopyOnly) return "copy only"
    if (error instanceof NotPublic) return "not public"
    if (error instanceof NoEditor) return "no editor"
    throw error
  }
}

const writtenIn = (document: Document): Element[] =>
  [...document.querySelectorAll("[contenteditable]")].filter((one) => !one.parentElement?.closest("[contenteditable]"))

/** The smallest elements that hold the text of a message, which is where a mail stands. */
function messagesIn(page: Page, adapter: HelpdeskAdapter, { ticketId, messages }: Case["ticket"]): Element[] {
  return messages.slice(0, MAX_PLACES).flatMap(({ id, at, text }) => {
    const words = fold(text).slice(0, 12)
    const holds = (one: Element) => words !== "" && fold(one.textContent).includes(words)
    const message = adapter.messageElement?.(page, ticketId, { id, at })
    if (!message || !holds(message)) return []
    let inner: Element = message
    for (let next: Element | undefined = message; next; next = [...next.children].find(holds)) inner = next
    // Of a message that is folded, the page shows its first words as text.
    return inner.localName === "span" ? [] : [inner]
  })
}
