import type { Ticket } from "../../ticket/ticket.ts"
import { type Page, TokenWanted, Unreadable } from "../contract/adapter.ts"
import { optional } from "../contract/foreign-json.ts"
import { newestMessages, noteThread } from "../contract/read-threads.ts"
import { mailOf, type Conversation, type ReadConversation } from "./messages.ts"
import { readByApi } from "./api.ts"
import { readInSession } from "./session.ts"
import { openThread } from "./thread.ts"

/** Reads the conversation in front. @throws LoggedOut, Unreadable, PageChanged, TokenWanted */
export async function readTicket(page: Page, ticketId: string, signal: AbortSignal): Promise<Ticket> {
  const { messages, requester, theirs, status } = await readConversation(page, ticketId, signal)
  noteThread(page, ticketId, messages)
  const others = [...new Set(messages.map(({ author }) => author))].filter((name) => name && name !== requester.name)
  // A forward may have a subject of its own, so the customer's newest mail says it.
  const subject = theirs.map((row) => mailOf(row)?.["subject"]).findLast((one) => typeof one === "string")
  return {
    helpdesk: "hubspot",
    ticketId,
    subject: typeof subject === "string" ? subject.trim() : "",
    ...optional("status", status),
    requester,
    people: others.map((name) => ({ name })),
    tags: [],
    ...channelOf(theirs),
    messages
  }
}

export async function newestPublic(page: Page, ticketId: string, signal: AbortSignal) {
  return newestMessages((await readConversation(page, ticketId, signal)).messages)
}

/** The customer's newest message tells how they write. Channels that aren't known are left out. */
function channelOf(theirs: Conversation["theirs"]): Pick<Ticket, "channel"> {
  const channel = Number(theirs.at(-1)?.["genericChannelId"])
  if (channel === 1002) return { channel: "mail" }
  return channel === 1000 ? { channel: "chat" } : {}
}

/**
 * Reads the conversation in front by HubSpot's documented API, if a token is kept for it. Where that gives nothing, the
 * agent's session is asked, so that whoever has no token, or one that is refused, isn't worse off for it.
 * @throws LoggedOut, Unreadable, PageChanged, TokenWanted
 */
async function readConversation(page: Page, ticketId: string, signal: AbortSignal): Promise<ReadConversation> {
  signal.throwIfAborted()
  const open = openThread(page)
  if (open?.ticketId !== ticketId) throw new Unreadable("not-found")
  if (!page.tokens) return readInSession(page, open, signal)
  try {
    return await readByApi(page, open, signal)
  } catch (error) {
    signal.throwIfAborted()
    if (open.thread === undefined) throw error
    const isMissing = error instanceof TokenWanted && error.part === "missing"
    return await readInSession(page, open, signal).catch((inSession: unknown) => {
      signal.throwIfAborted()
      throw isMissing ? inSession : error
    })
  }
}
