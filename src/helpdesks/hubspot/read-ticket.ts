import type { Ticket } from "../../ticket/ticket.ts"
import type { Page } from "../contract/adapter.ts"
import { optional } from "../contract/foreign-json.ts"
import { newestMessages, noteThread } from "../contract/read-threads.ts"
import { mailOf, type Conversation } from "./messages.ts"
import { readConversation } from "./read-conversation.ts"

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
