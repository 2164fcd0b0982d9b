import type { Channel, Attachment, Message, Person, Role, Ticket, Visibility } from "../../ticket/ticket.ts"
import { PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { attachedFiles } from "../contract/attached-files.ts"
import { idOf, isRecord, listOf, optional, recordOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { textOfHtml } from "../contract/html-text.ts"
import { readJson } from "../contract/session-requests.ts"
import { isoTime } from "../contract/shown-time.ts"
import { newestMessages, noteThread } from "../contract/read-threads.ts"
import { openConversation } from "./inbox.ts"

/** Reads the conversation in front by the request of Intercom's own page. */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const conversation = await readConversation(page, ticketId, signal)
  const requester = personOf(conversation["user_summary"])
  const messages = messagesOf(conversation, page.document)
  noteThread(page, ticketId, messages)
  const others = [...new Set(messages.map(({ author }) => author))].filter((name) => name && name !== requester.name)
  return {
    helpdesk: "intercom",
    ticketId,
    subject: textOfHtml(String(conversation["title"] ?? ""), page.document, "drop"),
    ...optional("status", conversation["state"]),
    requester,
    people: others.map((name) => ({ name })),
    tags: [],
    ...channelOf(conversation),
    messages
  }
}

export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  return newestMessages(messagesOf(await readConversation(page, ticketId, signal), page.document))
}

/**
 * Kinds of parts. Intercom documents none of them; a public extension tried them on running inboxes. What isn't listed
 * is internal.
 */
const KINDS: Record<number, { role: Role; visibility: Visibility; channel?: Channel }> = {
  1: { role: "customer", visibility: "public", channel: "chat" },
  12: { role: "customer", visibility: "public", channel: "mail" },
  2: { role: "agent", visibility: "public" },
  24: { role: "agent", visibility: "public" },
  3: { role: "agent", visibility: "internal" }
}

/** Assignments, attributes, priority, participants, rules and translations, which hold no words of anybody. */
const EVENTS = [5, 6, 14, 21, 26, 31, 71]

async function readConversation(page: Page, ticketId: string, signal: AbortSignal): Promise<ForeignRecord> {
  const open = openConversation(page.url)
  // Another conversation could be marked as read by it.
  if (open?.ticketId !== ticketId) throw new Unreadable("not-found")
  const path = `/ember/inbox/conversations/${open.number}?app_id=${open.workspace}`
  const conversation = recordOf(await readJson(page, path, signal), "answer")
  if (idOf(conversation["id"], "ticket number") !== open.number) throw new PageChanged("ticket number")
  return conversation
}

/** Oldest first. */
function messagesOf(conversation: ForeignRecord, document: Document): Message[] {
  const seen = new Map<string, number>()
  return partsOf(conversation)
    .flatMap((part): Omit<Message, "id">[] => {
      const kind = KINDS[kindOf(part)] ?? { role: "system", visibility: "internal" }
      const data = recordOf(part["renderable_data"] ?? {}, "message text")
      const [text, files] = [textOf(data["blocks"], document), filesOf(data["uploads"])]
      const isKnown = kindOf(part) in KINDS
      if (isKnown && !Array.isArray(data["blocks"]) && files.length === 0) throw new PageChanged("message text")
      // An event that isn't known yet.
      if (!isKnown && text === "" && files.length === 0) return []
      const { author, isBot } = authorOf(data, kind.role, conversation)
      return [
        {
          author,
          role: isBot ? "system" : kind.role,
          visibility: kind.visibility,
          at: timeOf(part["created_at"]),
          text,
          ...attachedFiles(files)
        }
      ]
    })
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((message) => {
      // No number of a part is known, and within a thread its time never changes.
      const moment = `${message.role.charAt(0)}${Date.parse(message.at).toString(36)}`
      const before = seen.get(moment) ?? 0
      seen.set(moment, before + 1)
      return { id: before === 0 ? moment : `${moment}.${before}`, ...message }
    })
}

const partsOf = (conversation: ForeignRecord) =>
  listOf(conversation["renderable_parts"], "messages").filter((part) => !EVENTS.includes(kindOf(part)))

/** @throws PageChanged when nothing tells a note from a message */
function kindOf(part: ForeignRecord): number {
  const kind = part["renderable_type"]
  if (typeof kind !== "number") throw new PageChanged("visibility")
  return kind
}

/** The newest message of the customer tells how they write. */
function channelOf(conversation: ForeignRecord): { channel?: Channel } {
  const channels = partsOf(conversation).map((part) => KINDS[kindOf(part)]?.channel)
  const channel = channels.findLast((one) => one !== undefined)
  return channel ? { channel } : {}
}

/** An answer tells times in seconds or as ISO 8601. */
function timeOf(time: unknown): string {
  if (typeof time !== "string" && typeof time !== "number") throw new PageChanged("time")
  return isoTime(typeof time === "number" ? time * 1000 : time)
}

function authorOf(data: ForeignRecord, role: Role, conversation: ForeignRecord): { author: string; isBot: boolean } {
  const people =
    role === "customer"
      ? [data["user_summary"], conversation["user_summary"]]
      : [data["admin_summary"], data["entity"], data["author"]]
  const person = people.find(isRecord)
  return { author: personOf(person).name ?? "", isBot: person?.["is_operator"] === true }
}

const personOf = (person: unknown): Person =>
  isRecord(person) ? { ...optional("name", person["name"]), ...optional("email", person["email"]) } : {}

/** Blocks are paragraphs with `text`, mails with `content`, and lists with `items`. Each is HTML. */
function textOf(blocks: unknown, document: Document): string {
  const plain = (html: unknown) => (typeof html === "string" ? textOfHtml(html, document, "drop") : "")
  return (Array.isArray(blocks) ? blocks.filter(isRecord) : [])
    .map(({ text, content, items }) => {
      const list = Array.isArray(items) ? items.map((item) => `- ${plain(isRecord(item) ? item["text"] : item)}`) : []
      return [plain(text), plain(content), ...list].filter((line) => line !== "").join("\n")
    })
    .filter((block) => block !== "")
    .join("\n\n")
}

/** Where a file lies isn't known, so it is listed without an address. */
function filesOf(uploads: unknown): Attachment[] {
  return (Array.isArray(uploads) ? uploads.filter(isRecord) : []).flatMap((file) => {
    const name = file["name"] ?? file["file_name"] ?? file["filename"]
    return typeof name === "string" && name !== "" ? [{ name }] : []
  })
}
