import type { Person, Ticket } from "../../ticket/ticket.ts"
import { Unreadable, type Page } from "../contract/adapter.ts"
import { isRecord, optional, recordOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { ifAllowed } from "../contract/session-requests.ts"
import { newestMessages } from "../contract/newest-messages.ts"
import { noteThread } from "../contract/read-threads.ts"
import { readMessages, readNewest, type Conversation } from "./messages.ts"
import { readAccount, readProfile } from "./session.ts"

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
