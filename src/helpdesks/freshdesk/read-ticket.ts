import type { Channel, Attachment, Message, Person, Ticket } from "../../ticket/ticket.ts"
import { PageChanged, type Page } from "../contract/adapter.ts"
import { attachedFiles } from "../contract/attached-files.ts"
import { idOf, isRecord, listOf, optional, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { readJson } from "../contract/session-requests.ts"
import { isoTime } from "../contract/shown-time.ts"
import { newestMessages, noteThread } from "../contract/read-threads.ts"

const PER_PAGE = 100
/** More pages than a ticket has. */
const MAX_PAGES = 50

/** Reads the whole ticket. Its first message is the ticket's own description. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const { ticket, messages } = await readThread(page, ticketId, signal)
  noteThread(page, ticketId, messages)
  const requester = requesterOf(ticket)
  const names = new Set(messages.map(({ author }) => author))
  return {
    helpdesk: "freshdesk",
    ticketId,
    subject: textOf(ticket["subject"], "subject"),
    ...optional("status", STATUSES[String(ticket["status"])]),
    requester,
    ...channelOf(ticket),
    people: [...names].filter((name) => name && name !== requester.name).map((name) => ({ name })),
    tags: Array.isArray(ticket["tags"])
      ? ticket["tags"].map((tag) => (isRecord(tag) ? String(tag["name"]) : String(tag)))
      : [],
    messages
  }
}

export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  const { messages } = await readThread(page, ticketId, signal)
  return newestMessages(messages)
}

/** The source of a ticket that an agent began by a mail. */
const OUTGOING = 10
const CHANNELS: Record<string, Channel> = { 1: "mail", 2: "mail", 7: "chat", 9: "mail", [OUTGOING]: "mail" }

/** The four that every Freshdesk has. A team's own are left out. */
const STATUSES: Record<string, string> = { 2: "open", 3: "pending", 4: "resolved", 5: "closed" }

async function readThread(page: Page, ticketId: string, signal: AbortSignal) {
  const [answer, rows] = await Promise.all([
    readJson(page, `/api/_/tickets/${ticketId}`, signal),
    readConversations(page, ticketId, signal)
  ])
  const ticket = recordOf(recordOf(answer, "answer")["ticket"], "ticket")
  const conversations = rows
    .filter((row) => row["deleted"] !== true)
    .map((row) => messageOf(row, ticket, page.document))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id, "en", { numeric: true }))
  return { ticket, messages: [descriptionOf(ticket, ticketId, page.document), ...conversations] }
}

/** How the ticket came in. Other ways than mail, forms and chat are left out. */
function channelOf(ticket: ForeignRecord): Pick<Ticket, "channel"> {
  const channel = CHANNELS[String(ticket["source"])]
  return channel ? { channel } : {}
}

/**
 * Reads pages until one isn't full. A thread that can't be read whole isn't read.
 * @throws PageChanged, LoggedOut, Unreadable
 */
async function readConversations(page: Page, ticketId: string, signal: AbortSignal): Promise<ForeignRecord[]> {
  const records = new Map<string, ForeignRecord>()
  for (let n = 1; n <= MAX_PAGES; n++) {
    const path = `/api/_/tickets/${ticketId}/conversations?per_page=${PER_PAGE}&page=${n}`
    const rows = listOf(recordOf(await readJson(page, path, signal), "answer")["conversations"], "messages")
    const before = records.size
    for (const row of rows) records.set(idOf(row["id"], "message id"), row)
    if (rows.length < PER_PAGE) return [...records.values()]
    if (records.size === before) break
  }
  throw new PageChanged("end of the messages")
}

function descriptionOf(ticket: ForeignRecord, ticketId: string, document: Document): Message {
  const byAgent = ticket["source"] === OUTGOING
  const author = byAgent ? ticket["responder_name"] : requesterOf(ticket).name
  return {
    id: `ticket-${ticketId}`,
    author: typeof author === "string" ? author : "",
    role: byAgent ? "agent" : "customer",
    visibility: "public",
    at: isoTime(textOf(ticket["created_at"], "time")),
    ...bodyOf(ticket["description"], ticket["description_text"], document),
    ...filesOf(ticket["attachments"])
  }
}

function messageOf(row: ForeignRecord, ticket: ForeignRecord, document: Document): Message {
  if (typeof row["private"] !== "boolean") throw new PageChanged("visibility")
  if (typeof row["incoming"] !== "boolean") throw new PageChanged("role of the author")
  return {
    id: shortId(idOf(row["id"], "message id")),
    author: authorOf(row, ticket),
    role: row["incoming"] ? "customer" : "agent",
    visibility: row["private"] ? "internal" : "public",
    at: isoTime(textOf(row["created_at"], "time")),
    ...bodyOf(row["body"], row["body_text"], document),
    ...filesOf(row["attachments"])
  }
}

/** A long run of digits could be a card number, and the relay takes none. */
function shortId(id: string): string {
  return /^\d{15,}$/.test(id) ? `b${BigInt(id).toString(36)}` : id
}

function authorOf(row: ForeignRecord, ticket: ForeignRecord): string {
  const user = isRecord(row["user"]) ? row["user"] : {}
  if (typeof user["name"] === "string") return user["name"]
  const isRequester = row["user_id"] !== undefined && row["user_id"] === ticket["requester_id"]
  return isRequester ? (requesterOf(ticket).name ?? "") : ""
}

function requesterOf(ticket: ForeignRecord): Person {
  const user = isRecord(ticket["requester"]) ? ticket["requester"] : {}
  return { ...optional("name", ticket["requester_name"] ?? user["name"]), ...optional("email", user["email"]) }
}

/** Freshdesk shows HTML with its styles, so the agent doesn't see what they hide. */
function bodyOf(html: unknown, plain: unknown, document: Document): { text: string; html?: string } {
  if (typeof html === "string" && html !== "") return { text: textOfHtml(html, document, "drop"), html }
  return { text: textOf(plain, "message text").replace(/\r\n?/g, "\n").trimEnd() }
}

function filesOf(list: unknown): { attachments?: Attachment[] } {
  return attachedFiles(
    listOf(list ?? [], "attachments").map((file) => ({
      name: textOf(file["name"], "attachment name"),
      ...(typeof file["content_type"] === "string" ? { type: file["content_type"] } : {}),
      ...(typeof file["size"] === "number" ? { size: file["size"] } : {})
    }))
  )
}
