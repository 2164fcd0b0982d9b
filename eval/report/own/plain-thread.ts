import type { MaskedTicket } from "../../../src/ticket/masked-ticket.ts"
import type { Ticket } from "../../../src/ticket/ticket.ts"

/** A public thread of a set of our own, with nothing else of its ticket. */
export interface PlainThread {
  id: string
  subject?: string
  language: string
  messages: { role: "customer" | "agent"; at: string; text: string }[]
}

/** Returns the thread as a helpdesk's ticket. */
export const ticketOfThread = ({ id, subject = "", language, messages }: PlainThread): Ticket => ({
  helpdesk: "eval",
  ticketId: id,
  subject,
  tags: [],
  requester: {},
  locale: language,
  messages: messages.map((message, at) => ({ ...message, id: String(at + 1), author: "", visibility: "public" }))
})

/** Returns the thread as the relay gets it, without anything to mask. */
export const maskedThread = ({ id, subject = "", messages }: PlainThread): MaskedTicket => ({
  helpdesk: "eval",
  ticketId: id,
  version: String(messages.length),
  subject,
  requester: "",
  agent: "",
  tags: [],
  messages: messages.map((message, at) => ({ ...message, id: String(at + 1), author: "" }))
})

/** Leaves letters and figures alone, because a letter may number sentences or write them as a list. */
export const lettersAndFigures = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
