import type { MissedPart } from "../../ticket/page-part.ts"
import type { Message, Person, Ticket } from "../../ticket/ticket.ts"
import { PageChanged, type Page } from "../contract/adapter.ts"
import { optional } from "../contract/foreign-json.ts"
import { textOfNode } from "../contract/html-text.ts"
import { linkedFiles } from "../contract/attached-files.ts"
import {
  checkedConversation,
  datedThreads,
  outsideInternal,
  readConversation,
  type DatedThread
} from "./conversation.ts"
import { fs } from "./selectors.ts"
import { lineOf, part } from "../contract/own-nodes.ts"

/**
 * Reads the whole conversation: from the page in front when it has just come, so that the helpdesk needn't make it
 * twice, and otherwise from its page as it is now.
 */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const { document } = page
  if (page.hasJustLoaded && !firstReads.has(document)) {
    firstReads.add(document)
    try {
      return ticketIn(checkedConversation(document, ticketId), page, ticketId)
    } catch (error) {
      // Scripts may have changed it; what the helpdesk sends decides.
      if (!(error instanceof PageChanged)) throw error
    }
  }
  return ticketIn(await readConversation(page, ticketId, signal), page, ticketId)
}

/** Documents that were read once: whoever reads again wants to know what has come since. */
const firstReads = new WeakSet<Document>()

function ticketIn(document: Document, page: Page, ticketId: string): Ticket {
  const threads = datedThreads(document)
  const outside = outsideInternal(document, threads)
  const line = (selector: string, name: MissedPart) => lineOf(outside(document.querySelector(selector), name))
  const agent = line(fs.agent, "signed-in agent")
  for (const { thread, visibility } of threads) if (visibility === "public") outside(thread, "messages")
  const files = Map.groupBy(document.querySelectorAll(fs.file), (file) => file.closest(fs.thread))
  const messages = threads.map((one) => messageOf(page, one, files.get(one.thread) ?? [], agent))
  const requester: Person = {
    ...optional("name", line(fs.customer, "requester")),
    ...optional("email", line(fs.customerEmail, "requester"))
  }
  const names = new Set(messages.map(({ author }) => author).filter((name) => name && name !== requester.name))
  return {
    helpdesk: "freescout",
    ticketId,
    subject: lineOf(outside(part(document, fs.subject, "subject"), "subject")),
    ...optional("status", line(fs.status, "status")),
    requester,
    people: [...names].map((name) => ({ name })),
    ...(agent ? { agent: { name: agent } } : {}),
    tags: [],
    messages
  }
}

function messageOf(page: Page, { thread, at, visibility }: DatedThread, files: Element[], agent: string): Message {
  const isCustomer = thread.classList.contains(fs.fromCustomer)
  return {
    id: thread.dataset["thread_id"] ?? "",
    author: authorOf(thread, { isCustomer, agent }),
    role: isCustomer ? "customer" : "agent",
    visibility,
    at,
    // FreeScout keeps the styles that hide text, so the agent doesn't see it.
    text: textOfNode(part(thread, fs.content, "message text"), "drop"),
    // The link that the page shows leads to the file.
    ...linkedFiles(
      page,
      files.filter((file) => !file.closest(fs.content)),
      fs.size
    )
  }
}

/**
 * The signed-in agent is "you" in the language of the page, as a link to their own profile or, in older versions, none.
 * Everybody else is a link with their name.
 */
function authorOf(thread: HTMLElement, { isCustomer, agent }: { isCustomer: boolean; agent: string }): string {
  const person = part(thread, fs.person, "author")
  const link = person.querySelector("a")
  if (!link) return isCustomer ? lineOf(person) : agent
  return isOwnProfile(link) ? agent : lineOf(link)
}

function isOwnProfile(link: Element): boolean {
  const [, id] = fs.profile.exec(link.getAttribute("href") ?? "") ?? []
  return id !== undefined && id === link.ownerDocument.body.dataset["auth_user_id"]
}
