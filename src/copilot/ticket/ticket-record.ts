import { findInjection } from "../../checks/find-injection.ts"
import { MAX_TICKET_CHARACTERS } from "../../protocol/relay.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { TicketRecord } from "../../store/records.ts"
import { newestPublicId, type Ticket } from "../../ticket/ticket.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "./ticket-state.ts"

/** What is kept of a ticket before anything was read of it. */
export function emptyRecord(services: Services, state: TicketState): TicketRecord {
  const { helpdesk, ticketId } = state.ticket
  return {
    key: state.key,
    helpdesk,
    ticketId,
    subject: "",
    language: null,
    messages: [],
    version: "",
    openedAt: isoNow(services.clock),
    used: [],
    ...(state.listTab === undefined ? {} : { listed: true })
  }
}

/** What the panel shows of the ticket, as it was just read. */
export function refreshed(record: TicketRecord, ticket: Ticket): TicketRecord {
  return {
    ...record,
    subject: ticket.subject,
    language: record.language ?? ticket.locale ?? null,
    messages: ticket.messages
      .filter((message) => message.visibility === "public")
      .map(({ id, author, role, at, text }, index) => ({
        id,
        n: index + 1,
        author,
        role,
        at,
        ...(role === "customer" && findInjection(text.slice(0, MOST_READ)) ? { orders: true as const } : {})
      })),
    version: newestPublicId(ticket)
  }
}

/** Characters of a message in which orders to a machine are looked for. */
const MOST_READ = 20_000

/** Why a ticket can't be answered; it is said before anything is masked. */
export function unfitness(ticket: Ticket): Notice | undefined {
  const open = ticket.messages.filter((message) => message.visibility === "public")
  if (!open.some((message) => message.text.trim() !== "" || (message.attachments ?? []).length > 0))
    return { code: "empty-ticket" }
  const characters = open.reduce((sum, message) => sum + message.text.length, ticket.subject.length)
  if (characters > MAX_TICKET_CHARACTERS) return { code: "too-long", data: { characters, most: MAX_TICKET_CHARACTERS } }
  return undefined
}
