import { percentDecoded } from "../../text/words/percent-decoded.ts"
import type { Attachment, Message, Role } from "../../ticket/ticket.ts"
import { PageChanged, type Page } from "../contract/adapter.ts"
import { attachedFiles } from "../contract/attached-files.ts"
import { idOf, isRecord, listOf, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { isoTime } from "../contract/shown-time.ts"
import { readAccount } from "./session.ts"

/** A conversation of one account. Its number begins anew in each account, so both are its id. */
export interface Conversation {
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
export async function readMessages(page: Page, conversation: Conversation, signal: AbortSignal): Promise<Message[]> {
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
export async function readNewest(page: Page, conversation: Conversation, signal: AbortSignal): Promise<Message[]> {
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
