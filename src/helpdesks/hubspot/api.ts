import { helpdeskApis } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { hubspotPaths, threadsOf, ticketOf, WITH_TICKET } from "../../ticket/helpdesk-api/hubspot-conversation.ts"
import { PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { idOf, isRecord, listOf, optional, recordOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { ifAllowed, readJson } from "../contract/session-requests.ts"
import { conversationOf, type ReadConversation } from "./messages.ts"
import type { OpenThread } from "./thread.ts"

/** Messages and events are asked for in pages, the newest first. */
const AT_ONCE = 100
/** A longer conversation isn't read: who wrote first, and so is the customer, may be in what is left out. */
const PAGES = 10

/** Reads the conversation in front by HubSpot's documented API. @throws TokenWanted, Unreadable, PageChanged */
export async function readByApi(page: Page, open: OpenThread, signal: AbortSignal): Promise<ReadConversation> {
  const ask = async (path: string) =>
    recordOf(await readJson(page, helpdeskApis.hubspot.origin + path, signal), "answer")
  const thread = open.thread === undefined ? await onlyThread(ask, open) : await namedThread(ask, open, open.thread)
  const threadId = idOf(thread["id"], "ticket number")
  const rows = (await messagesOf(ask, threadId)).map(asInSession)
  const conversation = conversationOf(rows, [], page.document)
  const { customer } = conversation
  // The API tells of nobody else but the contact with whom the conversation is.
  if (customer === undefined || customer !== `V-${String(thread["associatedContactId"])}` || isNamed(conversation))
    return { ...conversation, status: thread["status"] }
  const contact = (await ifAllowed(ask(hubspotPaths.actor(customer)))) ?? {}
  const names = [{ genericSender: { actorId: customer }, resolvedFriendlyName: contact["name"] }]
  const named = conversationOf(rows, names, page.document)
  const requester = { ...optional("email", contact["email"]), ...named.requester }
  return { ...named, requester, status: thread["status"] }
}

type Ask = (path: string) => Promise<ForeignRecord>

const isNamed = ({ requester }: ReadConversation | Omit<ReadConversation, "status">): boolean =>
  requester.name !== undefined && requester.name !== requester.email

async function namedThread(ask: Ask, { ticket }: OpenThread, threadId: string): Promise<ForeignRecord> {
  const thread = await ask(`${hubspotPaths.thread(threadId)}?${WITH_TICKET}`)
  if (String(thread["id"]) !== threadId) throw new PageChanged("ticket number")
  const of = ticketOf(thread)
  if (ticket !== undefined && of !== undefined && of !== ticket) throw new PageChanged("ticket number")
  return thread
}

/** Returns the conversation of a ticket that has one. Which of several is in front, its address doesn't say. */
async function onlyThread(ask: Ask, { ticket = "" }: OpenThread): Promise<ForeignRecord> {
  const answer = await ask(hubspotPaths.ofTicket(ticket))
  const listed = listOf(answer["results"], "messages")
  const threads = threadsOf(answer, ticket)
  // Otherwise the answer is not, or not only, what was asked for.
  if (threads.length < listed.length) throw new PageChanged("ticket number")
  const [thread] = threads
  if (!thread) throw new Unreadable("not-found")
  if (threads.length > 1 || nextPage(answer) !== undefined) throw new Unreadable("several")
  return thread
}

/** Returns all messages and events of a conversation, oldest first. @throws PageChanged if there are too many */
async function messagesOf(ask: Ask, threadId: string): Promise<ForeignRecord[]> {
  const rows: ForeignRecord[] = []
  let after: string | undefined
  for (let n = 0; n < PAGES; n++) {
    const query = `limit=${AT_ONCE}${after === undefined ? "" : `&after=${encodeURIComponent(after)}`}`
    const answer = await ask(`${hubspotPaths.messages(threadId)}?${query}`)
    rows.push(...listOf(answer["results"], "messages"))
    after = nextPage(answer)
    if (after === undefined) break
  }
  if (after !== undefined) throw new PageChanged("end of the messages")
  if (rows.some((row) => String(row["conversationsThreadId"]) !== threadId)) throw new PageChanged("ticket number")
  return rows.toReversed()
}

function nextPage({ paging }: ForeignRecord): string | undefined {
  const next = isRecord(paging) ? paging["next"] : undefined
  const after = isRecord(next) ? next["after"] : undefined
  return typeof after === "string" && after !== "" ? after : undefined
}

/** What HubSpot's own programs call the same. Every other type is an event, or a message of HubSpot itself. */
const TYPES: Readonly<Record<string, string>> = { MESSAGE: "COMMON_MESSAGE", COMMENT: "THREAD_COMMENT" }

/** Returns a message as HubSpot's own programs are answered, so that one rule says whose it is. */
function asInSession(row: ForeignRecord): ForeignRecord {
  const { type, createdAt, archived, channelId, status, subject, attachments, truncationStatus } = row
  const at = typeof createdAt === "string" ? Date.parse(createdAt) : Number.NaN
  const files: unknown[] = Array.isArray(attachments) ? attachments : []
  return {
    id: row["id"],
    "@type": TYPES[String(type)] ?? type,
    timestamp: Number.isNaN(at) ? undefined : at,
    messageDeletedStatus: archived === true ? "DELETED" : "NOT_DELETED",
    genericChannelId: channelId,
    direction: row["direction"],
    // It is left out where there is nothing to say. What failed says so.
    status: { messageStatus: isRecord(status) ? status["statusType"] : "SENT" },
    senders: partiesOf(row["senders"]),
    recipients: partiesOf(row["recipients"]),
    attachments: [...files, { "@type": "EMAIL_METADATA", subject }],
    text: row["text"],
    richText: row["richText"],
    hasMore: truncationStatus === "TRUNCATED"
  }
}

/** An address was once given as an actor, "E-ines@post.example", which is nobody of the account. */
function partiesOf(list: unknown): unknown {
  if (!Array.isArray(list)) return list
  return list.filter(isRecord).map((one) => (/^E-/.test(String(one["actorId"])) ? { ...one, actorId: undefined } : one))
}
