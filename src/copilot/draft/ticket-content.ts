import { findInjection } from "../../checks/injection/find-injection.ts"
import type { TicketFlags, TicketRecord } from "../../store/records.ts"
import { newestPublicId, type Ticket } from "../../ticket/ticket.ts"
import { listedAttachments } from "../ticket/ticket-attachments.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { NEW_LISTED_TICKET, NEW_TICKET } from "./stored-life.ts"
import { toBase64 } from "../../text/bytes/base64.ts"

/** What is kept of a ticket besides the life of its draft, which changes by events only. */
export type TicketContent = Omit<TicketRecord, keyof TicketFlags>

/** Changes what is kept of a ticket. A value of undefined removes the property. Without a record nothing happens. */
export function setTicketContent(state: TicketState, change: Partial<TicketContent>): void {
  if (state.record) state.record = withChange(state.record, change)
}

/** `whole` with the changed properties; a property that is undefined is absent afterwards. */
export function withChange<T extends object>(whole: T, change: Partial<NoInfer<T>>): T {
  const next = { ...whole, ...change }
  for (const name of Object.keys(change) as (keyof T)[]) if (next[name] === undefined) delete next[name]
  return next
}

/** Returns the ticket's record, and makes it if nothing of the ticket was kept yet. */
export function ensureRecord(services: Services, state: TicketState): TicketRecord {
  return (state.record ??= emptyRecord(services, state))
}

function emptyRecord(services: Services, state: TicketState): TicketRecord {
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
    ...(state.listTab === undefined ? NEW_TICKET : NEW_LISTED_TICKET)
  }
}

/** Puts what the panel shows of the ticket into its record, as the ticket was just read. */
export function refreshTicket(state: TicketState, ticket: Ticket): void {
  setTicketContent(state, {
    subject: ticket.subject,
    language: state.record?.language ?? ticket.locale ?? null,
    channel: ticket.channel,
    messages: ticket.messages
      .filter((message) => message.visibility === "public")
      .map(({ id, author, role, at, text }, index) => ({
        id,
        n: index + 1,
        author,
        role,
        at,
        ...(role === "customer" && findInjection(text.slice(0, MAX_READ)) ? { orders: true as const } : {})
      })),
    version: newestPublicId(ticket),
    attachments: listedAttachments(ticket)
  })
}

/** How many characters of a message are searched for orders to a machine. */
const MAX_READ = 20_000

/**
 * Tells one state of what a draft is made from, the public part of a ticket, from another. It is kept encrypted and
 * never sent.
 */
export async function contentHash({ helpdesk, ticketId, subject, fields, tags, messages }: Ticket): Promise<string> {
  const thread = messages
    .filter(({ visibility }) => visibility === "public")
    .map(({ id, role, author, text }) => [id, role, author, text])
  const whole = JSON.stringify([helpdesk, ticketId, subject, fields ?? {}, tags, thread])
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whole)))
  return toBase64(digest)
}
