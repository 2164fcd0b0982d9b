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

/** Asks a relay for drafts, as several people in turn: nobody may have more than a few under way. */
export const throughRelay = (relay: string, tokens: string[]): Target => ({
  ask: (name) => ({
    url: `${relay}/v1/drafts`,
    headers: { authorization: `Bearer ${tokens[Number(/\d+$/.exec(name)?.[0] ?? 0) % tokens.length]}` },
    body: JSON.stringify({
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
        messages: [
          {
            id: "m1",
            role: "customer",
            author: "[PERSON_1]",
            at: "2026-11-20T10:00:00Z",
            text: "My parcel is shown as delivered, but nothing is here. What happens next, and how long does the search take?"
          }
        ]
      }
    })
  }),
  textOf: (event, data) => (event === "draft-delta" ? (JSON.parse(data) as { text: string }).text : "")
})
