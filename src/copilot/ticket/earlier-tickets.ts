import {
  type EarlierProblem,
  type EarlierRead,
  MAX_EARLIER_PROMISES,
  type PromisedEarlier
} from "../../ticket/earlier-ticket.ts"
import type { Identity } from "../../ticket/looked-up.ts"
import type { Person, Ticket } from "../../ticket/ticket.ts"
import { HelpdeskPageFault } from "./page-client.ts"
import { readerTab, type Services, type TicketState } from "./ticket-state.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { OutgoingPromise } from "../../protocol/outgoing.ts"
import { isReadingOff } from "./ticket-off.ts"

/**
 * Reads the newest earlier tickets of the same requester through the page, as the agent who is signed in there. It
 * never fails and takes three seconds at most: what can't be read says why, and then nothing of any earlier ticket is
 * used.
 */
export function readEarlier(services: Services, state: TicketState, ticket: Ticket): Promise<EarlierRead> {
  const { earlier } = state
  if (earlier && services.clock.now() - earlier.at < KEPT_MS) return earlier.read
  const read = readNow(services, state, ticket)
  const kept = { at: services.clock.now(), read }
  state.earlier = kept
  const forget = () => {
    if (state.earlier === kept) delete state.earlier
  }
  read.then(({ problem }) => problem !== undefined && forget(), forget)
  return read
}

async function readNow(services: Services, state: TicketState, ticket: Ticket): Promise<EarlierRead> {
  if (!(await services.account.earlier.isOn())) return NONE
  const tabId = await readerTab(services, state)
  if (tabId === undefined || isNobody(ticket.requester)) return NONE
  const signal = AbortSignal.timeout(LIMIT_MS)
  const { ticketId, site } = state.ticket
  const since = new Date(services.clock.now() - OLDEST_MS).toISOString()
  try {
    const found = await services.page.earlierTickets(tabId, { ticketId, since }, signal)
    const tickets = await Promise.all(
      found
        .filter((one) => one.ticketId !== ticketId && URL.parse(one.url)?.origin === site)
        .map(async (one) => ({ ...one, ticket: await services.page.readTicket(tabId, one.ticketId, signal) }))
    )
    const same = tickets.filter((one) => isSamePerson(one.ticket.requester, ticket.requester))
    const off = await Promise.all(same.map((one) => isReadingOff(services, state, one.ticket)))
    return { tickets: same.filter((_, at) => !off[at]) }
  } catch (error) {
    return { tickets: [], problem: signal.aborted ? "timeout" : problemOf(error) }
  }
}

/** Returns who is named on the tickets that were read, so that masking knows them. */
export function identitiesOf({ tickets }: EarlierRead): Identity[] {
  const people = tickets.flatMap(({ ticket: { requester, agent, people = [], messages } }): Person[] => [
    requester,
    ...(agent ? [agent] : []),
    ...people,
    ...messages.map(({ author }) => ({ name: author }))
  ])
  return people.flatMap(({ name, email }): Identity[] => [
    ...(name?.trim() ? [{ kind: "name" as const, value: name.trim() }] : []),
    ...(email?.trim() ? [{ kind: "email" as const, value: email.trim() }] : [])
  ])
}

function problemOf(error: unknown): EarlierProblem {
  if (!(error instanceof HelpdeskPageFault)) throw error
  if (error.code === "timeout" || error.code === "logged-out" || error.code === "page-changed") return error.code
  return "unreadable"
}

const isNobody = ({ name, email }: Person) => !name?.trim() && !email?.trim()

/** The helpdesk said so already. A page that is mistaken must not put one customer's affairs into another's letter. */
function isSamePerson(one: Person, other: Person): boolean {
  const [a, b] = [one, other].map(({ email }) => email?.trim().toLowerCase())
  return a && b ? a === b : (one.name ?? "").trim() === (other.name ?? "").trim()
}

const NONE: EarlierRead = { tickets: [] }
/** In milliseconds. */
const LIMIT_MS = 3000
const KEPT_MS = 5 * 60_000
const OLDEST_MS = 365 * 24 * 60 * 60_000

/**
 * Masks the earlier tickets by the ticket's own table, and keeps of each only the sentences in which the team promised
 * something: the newest three of all. Where masking fails nothing is used.
 * @returns the promises that are sent, what the panel shows, and the table with what those sentences hold
 * @throws the signal's reason
 */
export async function promisedEarlier(
  services: Services,
  state: TicketState,
  { tickets, problem }: EarlierRead,
  table: MaskTable,
  signal: AbortSignal
): Promise<{ promises: OutgoingPromise[]; shown: PromisedEarlier; table: MaskTable }> {
  const none = { promises: [], table }
  if (problem !== undefined) return { ...none, shown: { promises: [], problem } }
  const newest: OutgoingPromise[] = []
  let withPromises = table
  try {
    for (const { ticket } of tickets) {
      if (newest.length >= MAX_EARLIER_PROMISES) break
      const masked = await services.egress.promises(
        ticket,
        withPromises,
        state.overrides,
        (thread) => services.findPromises({ kind: "promises", ticket: thread }),
        signal
      )
      newest.push(...masked.promises.toReversed())
      withPromises = masked.table
    }
  } catch (error) {
    signal.throwIfAborted()
    await services.reportError(error)
    return { ...none, shown: { promises: [], problem: "not-masked" } }
  }
  const promises = newest.slice(0, MAX_EARLIER_PROMISES)
  const addresses = new Map(tickets.map(({ ticketId, url }) => [ticketId, url]))
  const linked = promises.map((promise) => ({ ...promise, url: addresses.get(promise.ticketId) ?? "" }))
  return { promises, shown: { promises: linked }, table: withPromises }
}
