import { readFileSync } from "node:fs"
import * as z from "zod/mini"
import type { PairedPerson } from "../../../src/protocol/relay.ts"
import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"

const sample = z.object({
  helpdesk: z.string(),
  ticketId: z.string(),
  subject: z.string(),
  locale: z.optional(z.string()),
  tags: z.array(z.string()),
  fields: z.optional(z.record(z.string(), z.string())),
  messages: z.array(
    z.object({
      id: z.string(),
      author: z.string(),
      role: z.enum(["customer", "agent", "system"]),
      visibility: z.enum(["public", "internal"]),
      at: z.string(),
      text: z.string()
    })
  )
})

/**
 * Returns a ticket of the sample helpdesk, public part. Names in its text stay, because no test here is about masking.
 */
export function sampleTicket(id: string): MaskedTicket {
  const ticket = sample.parse(
    JSON.parse(readFileSync(new URL(`../../../demo/tickets/${id}.json`, import.meta.url), "utf8"))
  )
  const messages = ticket.messages.filter((message) => message.visibility === "public")
  return { ...ticket, messages, version: messages.at(-1)?.id ?? "", requester: "[PERSON_1]", agent: "[PERSON_2]" }
}

/**
 * Makes a ticket of a real helpdesk from the customer's messages. A message that begins with "agent: " is the agent's.
 */
export function ticket(subject: string, ...texts: string[]): MaskedTicket {
  const messages = texts.map((text, at) => ({
    id: String(at + 1),
    author: "",
    at: "2026-11-20T10:00:00Z",
    role: text.startsWith("agent: ") ? ("agent" as const) : ("customer" as const),
    text: text.replace(/^agent: /, "")
  }))
  return {
    helpdesk: "zendesk",
    ticketId: "77",
    version: String(texts.length),
    subject,
    requester: "[PERSON_1]",
    agent: "[PERSON_2]",
    locale: "en",
    tags: [],
    messages
  }
}

export const person = (...groups: string[]): PairedPerson => ({ id: "p", name: "Tom", role: "agent", groups })
