import type { Attachment, Message, Role } from "../../ticket/ticket.ts"
import { PageChanged } from "../contract/adapter.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { attachedFiles } from "../contract/attached-files.ts"
import { idOf, isRecord, listOf, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { LIVE_CHANNELS, zd } from "./selectors.ts"

export type Users = Map<string, ForeignRecord>

/** Who may have written a comment. */
export interface People {
  users: Users
  /** Undefined where roles don't matter. */
  requesterId?: string
}

/** Sorts messages oldest first, which is the order that "newest" refers to. */
export function sortedMessages(messages: Message[]): Message[] {
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
export function messageOfComment(comment: ForeignRecord, { users, requesterId }: People, document: Document): Message {
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
export function messageOfChat(event: ForeignRecord, document: Document): Message {
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

export const isChatMessage = (event: ForeignRecord) => event["type"] === "Messaging::ConversationMessage"

/**
 * Says whether the thread is a live conversation. It is in the conversation log, and in a public comment only after it
 * has ended.
 */
export const isLive = (ticketOrComment: ForeignRecord) => LIVE_CHANNELS.includes(viaOf(ticketOrComment))
export const viaOf = ({ via }: ForeignRecord): string =>
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
