import { percentDecoded } from "../../text/words/percent-decoded.ts"
import type { Attachment, Message, Person, Role, Ticket } from "../../ticket/ticket.ts"
import { PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { attachedFiles } from "../contract/attached-files.ts"
import { optional } from "../contract/foreign-json.ts"
import { textOfNode } from "../contract/html-text.ts"
import { newestMessages } from "../contract/read-threads.ts"
import { gm } from "./selectors.ts"
import {
  accountOf,
  idOf,
  openThread,
  ownPart,
  ownParts,
  recipientsOf,
  requesterOf,
  rowsOf,
  senderOf,
  timeOf,
  type OpenThread,
  type Row
} from "./thread.ts"
import { lineOf } from "../contract/own-nodes.ts"

/** Reads the conversation in front from the page as it is. Nothing is asked of Gmail. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  signal.throwIfAborted()
  const thread = requireThread(page, ticketId)
  const account = accountOf(page.document)
  const rows = messageRows(thread)
  const asked = requesterOf(rows, account)
  const requester: Person = { ...optional("name", asked?.name), ...optional("email", asked?.address) }
  const senders = rows.map((row) => senderOf(row, account))
  const agent = senders.find(({ address }) => address === account)
  return {
    helpdesk: "gmail",
    ticketId,
    subject: lineOf(thread.heading),
    requester,
    people: peopleOf([...senders, ...rows.flatMap(recipientsOf)], [requester.email, account], requester.name),
    agent: { ...optional("name", agent?.name), email: account },
    tags: [],
    channel: "mail",
    messages: messagesOf(rows, account)
  }
}

/** Gmail puts what comes in into the open page by itself, so the page is what is known. */
export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  signal.throwIfAborted()
  return newestMessages(messagesOf(messageRows(requireThread(page, ticketId)), accountOf(page.document)))
}

/** @throws Unreadable when another conversation, or none, is in front */
function requireThread({ document }: Page, ticketId: string): OpenThread {
  const thread = openThread(document)
  if (thread?.ticketId !== ticketId) throw new Unreadable("not-found")
  return thread
}

/** Returns the messages, of which at least one has its text. @throws PageChanged */
export function messageRows(thread: OpenThread): Row[] {
  const rows = rowsOf(thread)
  if (rows.length === 0) throw new PageChanged("messages")
  // Gmail opens the newest message by itself.
  if (rows.every(({ content }) => content === undefined)) throw new PageChanged("message text")
  return rows
}

/** Oldest first. Within a minute the page's order holds. */
function messagesOf(rows: readonly Row[], account: string): Message[] {
  const requester = requesterOf(rows, account)
  return rows
    .map((row): Message => {
      const { name, address, role } = senderOf(row, account)
      const isAsked =
        role === "customer" && address === requester?.address && (address !== undefined || name === requester?.name)
      const reached = recipientsOf(row).some((one) => one.address === requester?.address)
      return {
        id: idOf(row),
        author: name,
        role,
        // What isn't known to have reached or come from the customer is internal: mail among colleagues and with others.
        visibility: isAsked || reached ? "public" : "internal",
        at: timeOf(row),
        text: textIn(row, role),
        ...attachedFiles(filesOf(row))
      }
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
}

/**
 * Of a collapsed message the page has only the beginning, and the text says so by its end. The team's is left out,
 * because it may be a draft's.
 */
function textIn({ head, content }: Row, role: Role): string {
  // Gmail keeps the styles that hide text, so the agent doesn't see it. Quotes are folded by a class and are kept.
  if (content) return textOfNode(content, "drop")
  const snippet = role === "agent" ? "" : lineOf(ownPart(head, gm.snippet))
  return snippet && `${snippet.replace(/\s*(?:…|\.\.\.)$/, "")} …`
}

/** The file itself comes from another host, so it is listed without an address. */
function filesOf({ element }: Row): Attachment[] {
  return ownParts(element, gm.file).flatMap((one) => {
    const [, type, name] = /^([^:]*):([^:]+):https:/.exec(one.getAttribute("download_url") ?? "") ?? []
    return name ? [{ name: percentDecoded(name), ...optional("type", type) }] : []
  })
}

/** Everybody else by name or address, each once. */
function peopleOf(
  all: readonly { name: string; address: string | undefined }[],
  known: readonly (string | undefined)[],
  requesterName: string | undefined
): Person[] {
  const people = new Map<string, Person>()
  for (const { name, address } of all) {
    const key = address ?? name
    const isKnown = address === undefined ? name === requesterName : known.includes(address)
    if (key && !isKnown && !people.has(key))
      people.set(key, { ...optional("name", name), ...optional("email", address) })
  }
  return [...people.values()]
}
