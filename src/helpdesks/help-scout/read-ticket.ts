import type { Message, Ticket } from "../../ticket/ticket.ts"
import { PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { optional } from "../contract/foreign-json.ts"
import { textOfNode } from "../contract/html-text.ts"
import { newestMessages } from "../contract/read-threads.ts"
import { frontConversation } from "./front.ts"
import { hs } from "./selectors.ts"
import { listOf, textParts, threadsOf, timeOf } from "./threads.ts"
import { lineOf, outsideNotes } from "../contract/own-nodes.ts"

/** Reads the conversation in front from the page as it is. Nothing is asked of Help Scout. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  signal.throwIfAborted()
  const messages = messagesOf(page, ticketId)
  const requester = messages.find(({ role, author }) => role === "customer" && author !== "")?.author
  const others = new Set(messages.map(({ author }) => author).filter((name) => name && name !== requester))
  return {
    helpdesk: "help-scout",
    ticketId,
    subject: subjectOf(page.document),
    requester: { ...optional("name", requester) },
    people: [...others].map((name) => ({ name })),
    tags: [],
    messages
  }
}

/** Help Scout puts what comes in into the open page by itself, so the page is what is known. */
export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  signal.throwIfAborted()
  return newestMessages(messagesOf(page, ticketId))
}

/** @throws PageChanged when it stands in what the team wrote */
export function subjectOf(document: Document): string {
  const teams = [...(listOf(document)?.querySelectorAll(hs.thread) ?? [])].filter(
    ({ classList }) => !classList.contains(hs.fromCustomer)
  )
  const field = outsideNotes(teams)(document.querySelector(hs.subject), "subject")
  return lineOf(field) || (field && "value" in field && typeof field.value === "string" ? field.value.trim() : "")
}

/** @throws Unreadable when another conversation is in front, PageChanged */
function messagesOf(page: Page, ticketId: string): Message[] {
  if (frontConversation(page) !== ticketId) throw new Unreadable("not-found")
  const { document } = page
  const threads = threadsOf(document)
  if (threads.length === 0) throw new PageChanged("messages")
  // What the page tells no time of was written no later than what follows.
  let next = new Date(document.defaultView?.performance.timeOrigin ?? Date.now()).toISOString()
  return threads
    .toReversed()
    .map((thread): Message => {
      const { element, id, isCustomers } = thread
      next = timeOf(element) ?? next
      return {
        id,
        author: lineOf(element.querySelector(hs.author)),
        role: isCustomers ? "customer" : "agent",
        // A reply can't be told from a note, so neither leaves the browser.
        visibility: isCustomers ? "public" : "internal",
        at: next,
        // Help Scout keeps the styles that hide text, so the agent doesn't see it.
        text: textParts(thread)
          .map((part) => textOfNode(part, "drop"))
          .join("\n")
          .trimEnd()
      }
    })
    .reverse()
}
