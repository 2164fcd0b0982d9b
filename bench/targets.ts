import { randomUUID } from "node:crypto"
import type { Target } from "./load.ts"

/** Asks in the way of OpenAI's API, the endpoint itself or what passes it on. */
export const direct = (upstream: string, headers: Record<string, string> = {}): Target => ({
  ask: (name) => ({
    url: `${upstream}/v1/chat/completions`,
    headers,
    body: JSON.stringify({ model: "bench", stream: true, messages: [{ role: "user", content: `stream ${name}` }] })
  }),
  textOf: (_event, data) =>
    (JSON.parse(data) as { choices: { delta: { content?: string } }[] }).choices[0]?.delta.content ?? ""
})

/**
 * Asks for drafts at an address, as several people in turn: a relay lets nobody have more than a few under way. Without
 * tokens nobody signs in.
 * @param messagesOf the thread of the ticket of a stream
 */
export const draftsAt = (
  url: string,
  tokens: readonly string[],
  messagesOf: (name: string) => readonly TicketMessage[]
): Target => ({
  ask: (name) => ({
    url,
    headers: authorizationOf(tokens[Number(/\d+$/.exec(name)?.[0] ?? 0) % tokens.length]),
    body: draftRequest(name, messagesOf(name))
  }),
  textOf: (event, data) => (event === "draft-delta" ? (JSON.parse(data) as { text: string }).text : "")
})

/** Asks a relay for drafts about one short message. */
export const throughRelay = (relay: string, tokens: readonly string[]): Target =>
  draftsAt(`${relay}/v1/drafts`, tokens, () => [
    {
      id: "m1",
      role: "customer",
      author: "[PERSON_1]",
      at: "2026-11-20T10:00:00Z",
      text: "My parcel is shown as delivered, but nothing is here. What happens next, and how long does the search take?"
    }
  ])

export interface TicketMessage {
  id: string
  role: "customer" | "agent"
  author: string
  at: string
  text: string
}

/** Returns the body of a request for a draft. The endpoint knows the stream by the subject. */
export function draftRequest(name: string, messages: readonly TicketMessage[]): string {
  return JSON.stringify({
    draftId: randomUUID(),
    ticket: {
      site: "http://127.0.0.1",
      helpdesk: "sample",
      ticketId: name,
      version: "m1",
      subject: `stream ${name}`,
      requester: "[PERSON_1]",
      agent: "[PERSON_2]",
      tags: [],
      messages
    }
  })
}

const authorizationOf = (token?: string): Record<string, string> =>
  token === undefined ? {} : { authorization: `Bearer ${token}` }
