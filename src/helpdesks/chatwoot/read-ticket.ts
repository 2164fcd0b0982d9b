import type { Person, Ticket, Attachment, Message, Role } from "../../ticket/ticket.ts"
import { Unreadable, type Page, PageChanged } from "../contract/adapter.ts"
import { isRecord, optional, recordOf, type ForeignRecord, idOf, listOf, textOf } from "../contract/foreign-json.ts"
import { ifAllowed } from "../contract/session-requests.ts"
import { newestMessages, noteThread } from "../contract/read-threads.ts"
import { readAccount, readProfile } from "./session.ts"
import { percentDecoded } from "../../text/words/percent-decoded.ts"
import { attachedFiles } from "../contract/attached-files.ts"
import { isoTime } from "../contract/shown-time.ts"

/** Reads the whole conversation by the API of Chatwoot's own page. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const conversation = conversationOf(ticketId)
  const { accountId, number } = conversation
  const [answer, messages, me] = await Promise.all([
    readAccount(page, accountId, `conversations/${number}`, signal).then((read) => recordOf(read, "ticket")),
    readMessages(page, conversation, signal),
    ifAllowed(readProfile(page, signal))
  ])
  noteThread(page, ticketId, messages)
  const meta = recordOf(answer["meta"], "requester")
  const requester = personOf(recordOf(meta["sender"], "requester"))
  const more = isRecord(answer["additional_attributes"]) ? answer["additional_attributes"] : {}
  const agent = isRecord(me) ? personOf(me) : {}
  const names = new Set(messages.map(({ author }) => author))
  return {
    helpdesk: "chatwoot",
    ticketId,
    // Only mail has a subject.
    subject: typeof more["mail_subject"] === "string" ? more["mail_subject"] : "",
    ...optional("status", answer["status"]),
    requester,
    people: [...names].filter((name) => name && name !== requester.name).map((name) => ({ name })),
    ...(agent.name || agent.email ? { agent } : {}),
    tags: Array.isArray(answer["labels"]) ? answer["labels"].map(String) : [],
    ...channelOf(meta["channel"]),
    fields: { ...optional("Priority", answer["priority"]) },
    messages
  }
}

export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  return newestMessages(await readNewest(page, conversationOf(ticketId), signal))
}

export const ticketIdOf = ({ accountId, number }: Conversation) => `${accountId}-${number}`

/** @throws Unreadable for an id of another form, which no conversation has */
function conversationOf(ticketId: string): Conversation {
  const [, accountId, number] = /^(\d+)-(\d+)$/.exec(ticketId) ?? []
  if (!accountId || !number) throw new Unreadable("not-found")
  return { accountId, number }
}

function personOf(person: ForeignRecord): Person {
  return { ...optional("name", person["name"]), ...optional("email", person["email"]) }
}

/** Channels that are neither are left out, because nobody has tried how a reply looks there. */
function channelOf(channel: unknown): Pick<Ticket, "channel"> {
  if (channel === "Channel::Email") return { channel: "mail" }
  return channel === "Channel::WebWidget" ? { channel: "chat" } : {}
}

/** A conversation of one account. Its number begins anew in each account, so both are its id. */
interface Conversation {
  accountId: string
  number: string
}

/** How many messages Chatwoot gives at once: before one of them, and between two. */
const BEFORE = 20
const BETWEEN = 1000
/** More requests than a conversation of 20,000 messages needs. */
const MOST = 60
/** Events such as "Noor resolved the conversation". */
const ACTIVITY = 2

/** Reads all messages, oldest first. @throws LoggedOut, Unreadable, PageChanged */
async function readMessages(page: Page, conversation: Conversation, signal: AbortSignal): Promise<Message[]> {
  const rows = await readRows(page, conversation, "", signal)
  let isComplete = rows.length < BEFORE
  let after = 0
  let before = oldest(rows)
  for (let n = 0; n < MOST && !isComplete; n++) {
    const some = await readRows(page, conversation, `?after=${after}&before=${before}`, signal)
    rows.push(...some)
    // Older versions heed `before` alone and give the twenty messages before it; newer ones give all from the first on.
    if (some.length === BETWEEN) after = Math.max(...numbers(some)) + 1
    else if (some.length === BEFORE) before = oldest(some)
    else isComplete = true
  }
  if (!isComplete) throw new PageChanged("end of the messages")
  return messagesOf(rows)
}

/** Reads from the newest message on until a public one is found. @throws LoggedOut, Unreadable, PageChanged */
async function readNewest(page: Page, conversation: Conversation, signal: AbortSignal): Promise<Message[]> {
  const rows: ForeignRecord[] = []
  let query = ""
  for (let n = 0; n < MOST; n++) {
    const some = await readRows(page, conversation, query, signal)
    rows.push(...some)
    const messages = messagesOf(rows)
    if (some.length < BEFORE || messages.some(({ visibility }) => visibility === "public")) return messages
    query = `?before=${oldest(some)}`
  }
  return messagesOf(rows)
}

async function readRows(
  page: Page,
  { accountId, number }: Conversation,
  query: string,
  signal: AbortSignal
): Promise<ForeignRecord[]> {
  const answer = recordOf(
    await readAccount(page, accountId, `conversations/${number}/messages${query}`, signal),
    "answer"
  )
  return listOf(answer["payload"], "messages")
}

const numbers = (rows: ForeignRecord[]) => rows.map((row) => Number(idOf(row["id"], "message id")))
const oldest = (rows: ForeignRecord[]) => Math.min(...numbers(rows))

function messagesOf(rows: ForeignRecord[]): Message[] {
  const distinct = new Map(rows.map((row) => [Number(idOf(row["id"], "message id")), row]))
  return [...distinct]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row)
    .filter((row) => row["message_type"] !== ACTIVITY && !isDeleted(row))
    .map(messageOf)
}

function isDeleted({ content_attributes: attributes }: ForeignRecord): boolean {
  return isRecord(attributes) && attributes["deleted"] === true
}

function messageOf(row: ForeignRecord): Message {
  const sender = isRecord(row["sender"]) ? row["sender"] : {}
  if (typeof row["private"] !== "boolean") throw new PageChanged("visibility")
  if (typeof row["created_at"] !== "number") throw new PageChanged("time")
  return {
    id: idOf(row["id"], "message id"),
    author: typeof sender["name"] === "string" ? sender["name"] : "",
    role: roleOf(row["message_type"], sender),
    // What failed on its way never reached the customer.
    visibility: row["private"] || row["status"] === "failed" ? "internal" : "public",
    at: isoTime(row["created_at"] * 1000),
    text: textOf(row["content"] ?? "", "message text")
      .replace(/\r\n?/g, "\n")
      .trimEnd(),
    ...filesOf(row["attachments"])
  }
}

/** Incoming, outgoing, and what Chatwoot says by itself. Bots write outgoing messages too. */
function roleOf(type: unknown, sender: ForeignRecord): Role {
  if (type === 0) return "customer"
  if (type === 3) return "system"
  if (type !== 1) throw new PageChanged("kind of message")
  return sender["type"] === "user" ? "agent" : "system"
}

/** A file is named by the end of its address. */
function filesOf(list: unknown): { attachments?: Attachment[] } {
  const files = listOf(list ?? [], "attachments").map((file) => {
    const address = typeof file["data_url"] === "string" ? file["data_url"] : ""
    const end = address
      .replace(/[?#].*$/, "")
      .split("/")
      .at(-1)
    const name = percentDecoded(end ?? "") || String(file["file_type"] ?? "file")
    return { name, ...(typeof file["file_size"] === "number" ? { size: file["file_size"] } : {}) }
  })
  return attachedFiles(files)
}
