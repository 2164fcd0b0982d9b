import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { OutgoingPromise } from "../../protocol/outgoing.ts"
import { MOST_EARLIER_PROMISES, type EarlierRead, type PromisedEarlier } from "../../ticket/earlier-ticket.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Masks the earlier tickets by the ticket's own table, and keeps of each only the sentences in which the team promised
 * something: the newest three of all. Where masking fails nothing is used.
 * @returns what is sent, what the panel shows, and the table with what those sentences hold
 * @throws the signal's reason
 */
export async function promisedEarlier(
  services: Services,
  state: TicketState,
  { tickets, problem }: EarlierRead,
  table: MaskTable,
  signal: AbortSignal
): Promise<{ sent: OutgoingPromise[]; shown: PromisedEarlier; table: MaskTable }> {
  const none = { sent: [], table }
  if (problem !== undefined) return { ...none, shown: { promises: [], problem } }
  const found: OutgoingPromise[] = []
  let grown = table
  try {
    for (const { ticket } of tickets) {
      if (found.length >= MOST_EARLIER_PROMISES) break
      const made = await services.egress.promises(
        ticket,
        grown,
        state.told,
        (masked) => services.findPromises({ kind: "promises", ticket: masked }),
        signal
      )
      found.push(...made.promises.toReversed())
      grown = made.table
    }
  } catch (error) {
    signal.throwIfAborted()
    await services.reportError(error)
    return { ...none, shown: { promises: [], problem: "not-masked" } }
  }
  const sent = found.slice(0, MOST_EARLIER_PROMISES)
  const addresses = new Map(tickets.map(({ ticketId, url }) => [ticketId, url]))
  const promises = sent.map((promise) => ({ ...promise, url: addresses.get(promise.ticketId) ?? "" }))
  return { sent, shown: { promises }, table: grown }
}
