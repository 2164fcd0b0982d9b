import { languageOfLocale } from "../../text/languages.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { customerText, withoutBrackets, type PastTicketLink } from "../../search/past-tickets/past-ticket-store.ts"
import type { LinkReason } from "../../search/past-tickets/tables.ts"
import type { Details } from "../../ingest/source/source.ts"

/** An imported solved ticket as its document stores it. */
export interface SolvedTicket {
  id: string
  title: string
  locale: string
  /** An ISO 8601 date. */
  changed: string | null
  details: Details | null
}

/** Returns the question and the reply, each with gaps in place of personal values. */
export function questionAndReply({ details }: Pick<SolvedTicket, "details">): { question: string; reply: string } {
  return details?.kind === "ticket" ? details : { question: "", reply: "" }
}

/**
 * Returns the ticket as it searches for its page. The reply is searched for too, because it is nearer to the words of
 * the page than the question is.
 */
export function searchedTicket(ticket: SolvedTicket): MaskedTicket {
  const { question, reply } = questionAndReply(ticket)
  const messages = [question, reply].map((text, at) => ({
    id: String(at),
    role: "customer" as const,
    author: "",
    at: "",
    text: withoutBrackets(text)
  }))
  return {
    helpdesk: "",
    ticketId: ticket.id,
    version: "",
    subject: withoutBrackets(ticket.title),
    requester: "",
    agent: "",
    tags: [],
    messages,
    ...(languageOfLocale(ticket.locale) && { locale: ticket.locale })
  }
}

/** Returns the link that makes the ticket a past ticket of a page. Only the customer's words are learnt. */
export function linkOf(ticket: SolvedTicket, document: string, how: LinkReason, now: Date): PastTicketLink {
  const asked = searchedTicket(ticket)
  const at = ticket.changed === null ? NaN : Date.parse(ticket.changed)
  return {
    document,
    ticket: { solved: ticket.id },
    how,
    text: customerText({ subject: asked.subject, messages: asked.messages.slice(0, 1) }),
    at: Number.isNaN(at) ? now : new Date(at)
  }
}
