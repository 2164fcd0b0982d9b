import type { DraftJob } from "../../src/models/drafter/contract.ts"
import type { Source } from "../../src/ticket/draft.ts"
import type { MaskedMessage, MaskedTicket } from "../../src/ticket/masked-ticket.ts"

export const SOURCES: Source[] = [
  {
    n: 1,
    id: "a1",
    title: "Returning a lamp",
    kind: "article",
    headings: ["Returns", "How long"],
    passage: "Lamps can be sent back within 30 days.",
    visibility: "public",
    score: 2
  },
  {
    n: 2,
    id: "a2",
    title: "Goodwill",
    kind: "policy",
    headings: [],
    passage: "Up to 15 euro may be given without asking.",
    visibility: "public",
    score: 1
  }
]

export function message(id: string, text: string, more: Partial<MaskedMessage> = {}): MaskedMessage {
  return { id, role: "customer", author: "[PERSON_1]", at: "2026-03-02T09:00:00Z", text, ...more }
}

/** Makes a job for a small ticket with two sources. Parts of it can be replaced. */
export function jobOf(
  ticket: Partial<MaskedTicket> = {},
  request: { previous?: string; instruction?: string } = {},
  more: Partial<DraftJob> = {}
): DraftJob {
  const whole: MaskedTicket = {
    helpdesk: "sample",
    ticketId: "7",
    version: "m1",
    subject: "Lamp",
    requester: "[PERSON_1]",
    agent: "[PERSON_2]",
    tags: ["returns"],
    messages: [message("m1", "Can I still send my lamp back?")],
    ...ticket
  }
  return {
    request: { draftId: "7d9f3c1e-8a54-4a6b-9c63-0f1e2d3c4b5a", ticket: whole, ...request },
    retrieval: { sources: SOURCES, searched: ["lamp", "back"], documents: 12 },
    language: "en",
    ...more
  }
}
