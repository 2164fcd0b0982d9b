import { openTicket } from "./open-ticket.ts"
import { ticketKey } from "../ticket/tracked-tabs.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/** A list of tickets that was seen in a tab. Its tickets are read through the page in that tab. */
export interface SeenList {
  tabId: number
  origin: string
  helpdesk: string
  ticketIds: string[]
}

/**
 * Has drafts prepared for the next tickets of a list, one after another, if the person wants that. A list that is seen
 * in the meantime replaces it.
 */
export function listPreparation(services: Services, workOn: (key: string) => TicketState) {
  let newest: SeenList | undefined
  return async (list: SeenList): Promise<void> => {
    newest = list
    for (const ticketId of list.ticketIds.slice(0, NEXT)) {
      if (!(await preparesLists(services)) || newest !== list) return
      const { helpdesk, origin, tabId } = list
      const key = ticketKey({ origin, ticket: { helpdesk, ticketId } })
      if (key === undefined || (await services.tabs.byKey(key))) continue
      const state = workOn(key)
      state.listTab = tabId
      await openTicket(services, state)
      await state.writing?.ended
    }
  }
}

/** Whether the person wants that, and nothing prevents it now. */
export async function preparesLists({ preparing }: Services): Promise<boolean> {
  const { list, off } = await preparing.state()
  return list && !off
}

/** How many tickets of a list are prepared. More would mostly go unused. */
const NEXT = 3
