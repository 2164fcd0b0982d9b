import type { Message, Person, Ticket, Attachment, Role } from "../../ticket/ticket.ts"
import { type Page, PageChanged } from "../contract/adapter.ts"
import { ifAllowed } from "../contract/session-requests.ts"
import { idOf, optional, recordOf, textOf, type ForeignRecord, isRecord, listOf } from "../contract/foreign-json.ts"
import { newestMessages } from "../contract/read-threads.ts"
import { readAllPages, getJson, readPages, usersIn, type CursorList } from "./api.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { attachedFiles } from "../contract/attached-files.ts"
import { LIVE_CHANNELS, zd } from "./selectors.ts"

/** Reads the whole ticket through the session's API: comments, and the conversation log of a live conversation. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const [answer, comments, me] = await Promise.all([
    getJson(page, `tickets/${ticketId}.json?include=users`, signal),
    readAllPages(page, `tickets/${ticketId}/comments.json?include=users`, "comments", signal),
    signedIn(page, signal)
  ])
  const ticket = recordOf(answer["ticket"], "ticket")
  const users = byId([...usersIn(answer), ...comments.users])
  const turns = isLive(ticket) ? await readTurns(page, ticket, ticketId, signal) : []
  const requesterId = idOf(ticket["requester_id"], "requester")
  const requester = users.get(requesterId)
  return {
    helpdesk: "zendesk",
    ticketId,
    subject: textOf(ticket["subject"] ?? "", "subject"),
    ...optional("status", ticket["status"]),
    requester: requester ? personOf(requester) : {},
    people: [...users.values()]
      .filter((user) => user !== requester)
      .map(personOf)
      .filter(({ name, email }) => name || email),
    agent: personOf(recordOf(me["user"], "signed-in agent")),
    ...channelOf(ticket),
    tags: Array.isArray(ticket["tags"]) ? ticket["tags"].map(String) : [],
    ...optional("locale", requester?.["locale"]),
    fields: { ...optional("Priority", ticket["priority"]), ...optional("Type", ticket["type"]) },
    messages: joined(comments.items, turns, { users, requesterId }, page.document)
  }
}

/** Who is signed in: read once a page, because somebody else gets a new one. */
async function signedIn(page: Page, signal: AbortSignal): Promise<ForeignRecord> {
  const known = agents.get(page.document)
  if (known) return known
  const answer = await getJson(page, "users/me.json", signal)
  agents.set(page.document, answer)
  return answer
}

const agents = new WeakMap<Document, ForeignRecord>()

/** Reads from the newest comments, and the newest messages of a live conversation, until a public one is found. */
export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  const ticket = getJson(page, `tickets/${ticketId}.json`, signal).then((answer) =>
    recordOf(answer["ticket"], "ticket")
  )
  const [turns, comments] = await Promise.all([
    ticket.then((read) => (isLive(read) ? readTurns(page, read, ticketId, signal, true) : [])),
    newestOf(
      page,
      `tickets/${ticketId}/comments.json`,
      "comments",
      (comment) => comment["public"] === true && !isLive(comment),
      signal
    )
  ])
  return newestMessages(joined(comments, turns, { users: new Map() }, page.document))
}

/**
 * Reads one list from its newest end until `enough` says so. When the answer isn't in that order, it reads all of it.
 */
async function newestOf(
  page: Page,
  path: string,
  list: CursorList,
  enough: (item: ForeignRecord) => boolean,
  signal: AbortSignal
): Promise<ForeignRecord[]> {
  const records: ForeignRecord[] = []
  for await (const { items } of readPages(page, `${path}?sort=-created_at`, list, signal)) {
    records.push(...items)
    const [first, last] = [items[0], items.at(-1)].map((item) => Date.parse(String(item?.["created_at"])))
    if (items.some(enough) && !(Number(first) < Number(last))) break
  }
  return records
}

/** @throws Unreadable when the messages of a conversation are nowhere else */
async function readTurns(
  page: Page,
  ticket: ForeignRecord,
  ticketId: string,
  signal: AbortSignal,
  newest = false
): Promise<ForeignRecord[]> {
  const path = `tickets/${ticketId}/conversation_log`
  const log = newest
    ? newestOf(page, path, "events", isChatMessage, signal)
    : readAllPages(page, path, "events", signal).then(({ items }) => items)
  // Messaging always has a log. The chats of some accounts have none, and then the comments are all there is.
  const events = viaOf(ticket) === "chat" ? await ifAllowed(log) : await log
  return events?.filter(isChatMessage) ?? []
}

/** A conversation that has ended is also written into a public comment, which already contains its messages. */
function joined(comments: ForeignRecord[], turns: ForeignRecord[], people: People, document: Document): Message[] {
  const own =
    turns.length === 0 ? comments : comments.filter((comment) => comment["public"] === false || !isLive(comment))
  return sortedMessages([
    ...own.map((comment) => messageOfComment(comment, people, document)),
    ...turns.map((turn) => messageOfChat(turn, document))
  ])
}

/** Returns the channel that the ticket came in by. Other channels are left out. */
function channelOf(ticket: ForeignRecord): Pick<Ticket, "channel"> {
  if (isLive(ticket)) return { channel: "chat" }
  return MAIL.has(viaOf(ticket)) ? { channel: "mail" } : {}
}

const MAIL = new Set(["web", "email", "mail", "api"])

function byId(users: ForeignRecord[]): Users {
  return new Map(users.map((user) => [idOf(user["id"], "user id"), user]))
}

function personOf(user: ForeignRecord): Person {
  return { ...optional("name", user["name"]), ...optional("email", user["email"]) }
}

type Users = Map<string, ForeignRecord>

/** Who may have written a comment. */
interface People {
  users: Users
  /** Undefined where roles don't matter. */
  requesterId?: string
}

/** Sorts messages oldest first, which is the order that "newest" refers to. */
function sortedMessages(messages: Message[]): Message[] {
  return messages
    .map((message) => ({ message, at: Date.parse(message.at) }))
    .sort((a, b) => a.at - b.at || byNumber.compare(a.message.id, b.message.id))
    .map(({ message }) => message)
}

/** Made once: a comparison that makes its own takes a hundred times as long. */
const byNumber = new Intl.Collator("en", { numeric: true })

/**
 * Converts a comment: a public reply or an internal note. Only the user list says which role its author has, except
 * for the ticket's requester, who is the customer even if it is a colleague with a role of the team.
 */
function messageOfComment(comment: ForeignRecord, { users, requesterId }: People, document: Document): Message {
  const authorId = String(comment["author_id"])
  const author = users.get(authorId)
  if (typeof comment["public"] !== "boolean") throw new PageChanged("visibility")
  const asks = comment["public"] && authorId === requesterId
  const role = asks ? "customer" : (ROLES[String(author?.["role"])] ?? "system")
  return {
    id: idOf(comment["id"], "message id"),
    author: typeof author?.["name"] === "string" ? author["name"] : "",
    role,
    visibility: comment["public"] ? "public" : "internal",
    at: textOf(comment["created_at"], "time"),
    ...bodyOf(
      comment["html_body"],
      comment["plain_body"] ?? comment["body"],
      document,
      role === "agent" ? zd.signature : undefined
    ),
    ...filesOf(comment["attachments"])
  }
}

/** Converts one message of a live conversation, which customer and agent see alike. */
function messageOfChat(event: ForeignRecord, document: Document): Message {
  const author = recordOf(event["author"], "author")
  const content = isRecord(event["content"]) ? event["content"] : {}
  return {
    id: idOf(event["id"], "message id"),
    author: typeof author["display_name"] === "string" ? author["display_name"] : "",
    role: ROLES[textOf(author["type"], "role")] ?? "system",
    visibility: "public",
    at: textOf(event["created_at"], "time"),
    ...bodyOf(content["html_body"], content["text"] ?? content["body"] ?? "", document),
    ...filesOf(event["attachments"])
  }
}

const isChatMessage = (event: ForeignRecord) => event["type"] === "Messaging::ConversationMessage"

/**
 * Says whether the thread is a live conversation. It is in the conversation log, and in a public comment only after it
 * has ended.
 */
const isLive = (ticketOrComment: ForeignRecord) => LIVE_CHANNELS.includes(viaOf(ticketOrComment))
const viaOf = ({ via }: ForeignRecord): string =>
  isRecord(via) && typeof via["channel"] === "string" ? via["channel"] : ""

const ROLES: Record<string, Role> = { "end-user": "customer", user: "customer", agent: "agent", admin: "agent" }

/**
 * Zendesk shows HTML with its own styles, so the agent doesn't see what they hide, and it is dropped. A customer's
 * signature is part of the customer's text.
 */
function bodyOf(html: unknown, plain: unknown, document: Document, without?: string): { text: string; html?: string } {
  if (typeof html === "string" && html !== "") return { text: textOfHtml(html, document, "drop", without), html }
  return { text: textOf(plain, "message text").replace(/\r\n?/g, "\n").trimEnd() }
}

function filesOf(list: unknown): { attachments?: Attachment[] } {
  const files = list === undefined ? [] : listOf(list, "attachments")
  return attachedFiles(
    files.map((file) => ({
      name: textOf(file["file_name"], "attachment name"),
      ...(typeof file["content_type"] === "string" ? { type: file["content_type"] } : {}),
      ...(typeof file["size"] === "number" ? { size: file["size"] } : {})
    }))
  )
}
