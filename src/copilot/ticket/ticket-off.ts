import type { OffReason } from "../../protocol/notice.ts"
import type { SwitchFacts } from "../../ticket/off-switch/condition.ts"
import { switchedOff, type OffSwitch, type Switchable } from "../../ticket/off-switch/off-switch.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { RelayClient } from "../relay-client/relay-client.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import { HelpdeskPageFault } from "./page-client.ts"
import { SwitchedOffFault } from "./switched-off-fault.ts"
import { readerTab, type Services, type TicketState } from "./ticket-state.ts"

/** What is switched off for a ticket, and by whom. */
export type TicketOff = Partial<Record<Switchable, OffReason>> & {
  /** A condition depends on what the ticket says, and it hasn't been read yet. */
  isUnread?: true
}

/** Determines what is switched off for a ticket, as far as it was read, and notes it there. */
export async function ticketOff(services: Services, state: TicketState): Promise<TicketOff> {
  return (state.off = await offFor(services, state, state.latest?.ticket ?? state.switchFacts))
}

/** Returns whether reading is switched off for another ticket of the same site. */
export const isReadingOff = async (services: Services, state: TicketState, ticket: Ticket): Promise<boolean> =>
  (await offFor(services, state, ticket)).reading !== undefined

async function offFor(services: Services, state: TicketState, ticket: SwitchFacts["ticket"]): Promise<TicketOff> {
  const { account, browser } = services
  const [policy, team] = await Promise.all([managedPolicy(browser), account.offSwitches.ready()])
  const lists: Record<OffReason["by"], readonly OffSwitch[]> = { policy: policy.offSwitches, team }
  const facts = { person: account.state.person, site: state.ticket.site, ticket }
  const off: TicketOff = {}
  for (const by of ["policy", "team"] as const)
    for (const what of ["reading", "preparing", "model"] as const) {
      const match = switchedOff(what, lists[by], facts)
      if (match === "unread") off.isUnread = true
      else if (match) off[what] ??= { by, when: match.when }
    }
  return off
}

/**
 * Reads a ticket from its page, unless reading is switched off for it. What is read only to find that out is dropped.
 * @throws SwitchedOffFault; HelpdeskPageFault
 */
export async function readPageTicket(
  services: Services,
  state: TicketState,
  tabId: number,
  signal: AbortSignal
): Promise<Ticket> {
  const before = await offFor(services, state, undefined)
  if (before.reading) throw leave(state, before, before.reading)
  const ticket = await services.page.readTicket(tabId, state.ticket.ticketId, signal)
  state.switchFacts = { tags: ticket.tags, ...(ticket.fields && { fields: ticket.fields }) }
  const off = await offFor(services, state, ticket)
  if (off.reading) throw leave(state, off, off.reading)
  state.off = off
  return ticket
}

function leave(state: TicketState, off: TicketOff, reason: OffReason): SwitchedOffFault {
  state.off = off
  delete state.latest
  return new SwitchedOffFault(reason)
}

/**
 * As `ticketOff`, but the page is read where that decides.
 * @param isAnew reads it even if it was read before, because tags and fields may be others by now
 * @throws SwitchedOffFault; HelpdeskPageFault
 */
export async function certainOff(services: Services, state: TicketState, isAnew = false): Promise<TicketOff> {
  const off = isAnew ? await offFor(services, state, undefined) : await ticketOff(services, state)
  if (off.reading) throw leave(state, off, off.reading)
  if (!off.isUnread) return (state.off = off)
  const tabId = await readerTab(services, state)
  if (tabId === undefined) throw new HelpdeskPageFault({ ok: false, code: "no-ticket" })
  await readPageTicket(services, state, tabId, AbortSignal.timeout(READ_MS))
  return state.off ?? off
}

/** In milliseconds. */
const READ_MS = 20_000

/**
 * Returns the relay as it may be asked about a ticket: without a model where models are switched off.
 * @throws SwitchedOffFault; HelpdeskPageFault where a condition depends on the ticket and its page can't be read
 */
export async function relayFor(services: Services, state: TicketState): Promise<RelayClient> {
  const { model } = await certainOff(services, state)
  const { relay } = services.account
  return model ? relay.withoutModel() : relay
}
