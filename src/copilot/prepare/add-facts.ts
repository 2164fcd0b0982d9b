import type { EarlierRead } from "../../ticket/earlier-ticket.ts"
import type { LookupResult, Lookups } from "../../ticket/looked-up.ts"
import type { ReadAttachment } from "../../ticket/attachment.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { usableAttachments, withAttachments } from "../ticket/ticket-attachments.ts"
import { identitiesOf, readEarlier } from "../ticket/earlier-tickets.ts"
import { lookUp } from "../lookups/look-up.ts"
import { withLookups, withholdNotes } from "../lookups/ticket-facts.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import type { Preparation } from "./prepare.ts"
import type { AnswerableTicket, DraftableTicket } from "./read-ticket.ts"

/** What other systems and the requester's earlier tickets say. */
export interface LookupAnswers {
  lookups: Lookups
  earlier: EarlierRead
}

/** Begins to ask other systems and to read earlier tickets. An error is for whoever waits for the answers. */
export function startLookups({ services, state }: Preparation, { ticket }: AnswerableTicket): Promise<LookupAnswers> {
  const lookups = services.account.rules.ready().then(() => lookUp(services, state, ticket))
  const earlier = readEarlier(services, state, ticket)
  const answers = Promise.all([lookups, earlier]).then(([lookups, earlier]) => ({ lookups, earlier }))
  answers.catch(() => undefined)
  return answers
}

/** A ticket that names who answers it, with what was looked up and what the agent typed among its facts. */
export interface TicketWithFacts extends DraftableTicket {
  lookups: LookupResult[]
  earlier: EarlierRead
}

/** Adds the answers, the typed facts and the name of the agent to the ticket, to be masked with it. */
export async function addLookups(
  { services, state }: Preparation,
  draftable: DraftableTicket,
  answers: Promise<LookupAnswers>
): Promise<TicketWithFacts> {
  const { lookups, earlier } = await answers
  const { record, carryOver } = draftable
  // It may have been looked up for an earlier reading, which lacked a note.
  const { results, identities } = withholdNotes(lookups, draftable.ticket, state.ticket.site)
  const signed = withAgent(draftable.ticket, services.account.state.person?.name)
  const ticket = withLookups(
    withTypedFacts(signed, { ...carryOver.facts, ...record.given }),
    { results, identities: [...identities, ...identitiesOf(earlier)] },
    carryOver.facts
  )
  return { ...draftable, ticket, lookups: results, earlier }
}

/**
 * The draft is signed by the person who is signed in to the helpdesk, or else by the paired person. The name is masked
 * before it is sent, like all others.
 */
export function withAgent(ticket: Ticket, paired: string | undefined): Ticket {
  if (ticket.agent?.name?.trim() || !paired?.trim()) return ticket
  return { ...ticket, agent: { ...ticket.agent, name: paired } }
}

/** Adds what needs no request: the agent's name, what was typed or looked up, and attachments that were read. */
export async function withKnownFacts(services: Services, state: TicketState, thread: Ticket): Promise<Ticket> {
  const { record } = state
  const signed = withTypedFacts(withAgent(thread, services.account.state.person?.name), record?.given ?? {})
  const lookups = state.lookups && withholdNotes(state.lookups, thread, state.ticket.site)
  const ticket = lookups ? withLookups(signed, lookups, {}) : signed
  return record && (await services.account.attachments.isOn())
    ? withAttachments(ticket, usableAttachments(record))
    : ticket
}

/** What the agent typed into a blank or for a playbook is a field of the ticket, masked like all others. */
function withTypedFacts(ticket: Ticket, facts: Record<string, string>): Ticket {
  // They come first, because a ticket with too many fields loses the last ones.
  return Object.keys(facts).length > 0 ? { ...ticket, fields: { ...facts, ...ticket.fields, ...facts } } : ticket
}

/** A ticket with the texts of the attachments that the agent had read. */
export interface TicketWithAttachments extends TicketWithFacts {
  attachments: ReadAttachment[]
}

/** Adds the texts of attachments, if the team lets them be used. */
export async function addAttachments(
  { services, state }: Preparation,
  withFacts: TicketWithFacts
): Promise<TicketWithAttachments> {
  const isOn = await services.account.attachments.isOn()
  // The agent may have had an attachment read since the ticket was.
  const attachments = isOn ? usableAttachments(state.record ?? withFacts.record) : []
  return { ...withFacts, ticket: withAttachments(withFacts.ticket, attachments), attachments }
}
