import { frontConversation } from "../../ticket/helpdesk-api/front-conversation.ts"
import { helpdeskApis } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import type { Channel, Ticket } from "../../ticket/ticket.ts"
import { PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { isRecord, listOf, optional, recordOf, textOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { newestMessages, noteThread } from "../contract/read-threads.ts"
import { readJson } from "../contract/session-requests.ts"
import { threadOf, type FrontThread } from "./messages.ts"

/** Front gives at most this many messages at once, the newest first. */
const AT_ONCE = 100
/** Older ones than these pages have are left out. */
const PAGES = 3

/** Reads the conversation in front by Front's documented API. @throws TokenWanted, Unreadable, PageChanged */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const [conversation, { messages, customer, people, newest }] = await Promise.all([
    ask(page, ticketId, "", signal),
    readThread(page, ticketId, signal)
  ])
  if (conversation["id"] !== ticketId) throw new PageChanged("ticket number")
  noteThread(page, ticketId, messages)
  return {
    helpdesk: "front",
    ticketId,
    subject: textOf(conversation["subject"] ?? "", "subject").trim(),
    ...optional("status", conversation["status"]),
    requester: customer,
    people,
    tags: listOf(conversation["tags"] ?? [], "tags").flatMap(({ name }) => (typeof name === "string" ? [name] : [])),
    ...channelOf(newest),
    messages
  }
}

export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  return newestMessages((await readThread(page, ticketId, signal)).messages)
}

/** Reads the messages. Comments, which are the team's own, are not asked for. */
async function readThread(page: Page, ticketId: string, signal: AbortSignal): Promise<FrontThread> {
  const rows: ForeignRecord[] = []
  let token: string | undefined
  for (let n = 0; n < PAGES; n++) {
    const query = `limit=${AT_ONCE}${token === undefined ? "" : `&page_token=${encodeURIComponent(token)}`}`
    const answer = await ask(page, ticketId, `/messages?${query}`, signal)
    rows.push(...listOf(answer["_results"], "messages"))
    token = nextToken(answer)
    if (token === undefined) break
  }
  return threadOf(rows.toReversed(), page.document)
}

/** The next page is named by an address on the company's own host. Its token is all that is taken of it. */
function nextToken({ _pagination: pagination }: ForeignRecord): string | undefined {
  const next = isRecord(pagination) ? pagination["next"] : undefined
  if (typeof next !== "string" || !URL.canParse(next)) return undefined
  return new URL(next).searchParams.get("page_token") ?? undefined
}

/** @throws TokenWanted, Unreadable, PageChanged */
async function ask(page: Page, ticketId: string, what: string, signal: AbortSignal): Promise<ForeignRecord> {
  signal.throwIfAborted()
  if (frontConversation(page.url) !== ticketId) throw new Unreadable("not-found")
  const address = `${helpdeskApis.front.origin}/conversations/${ticketId}${what}`
  return recordOf(await readJson(page, address, signal), "answer")
}

const CHANNELS: Readonly<Record<string, Channel>> = {
  email: "mail",
  front_chat: "chat",
  intercom: "chat",
  sms: "messaging",
  whatsapp: "messaging",
  smooch: "messaging",
  facebook: "messaging",
  tweet_dm: "messaging",
  yalo_wha: "messaging",
  tweet: "social"
}

/** The customer's newest message tells how they write. Channels that aren't known are left out. */
function channelOf(newest: ForeignRecord | undefined): Pick<Ticket, "channel"> {
  const channel = CHANNELS[String(newest?.["type"])]
  return channel ? { channel } : {}
}
