import { openTicket } from "./open-ticket.ts"
import { ticketKey } from "../ticket/tracked-tabs.ts"
import type { Desk, Work } from "../ticket/work.ts"

/** Where a list of tickets was seen: read through the page in that tab. */
export interface SeenList {
  tabId: number
  origin: string
  helpdesk: string
  ticketIds: string[]
}

/**
 * Has drafts prepared for the next tickets of a list, one after another, where the person wants that. A list that comes
 * meanwhile takes its place.
 */
export function listPreparation(desk: Desk, workOn: (key: string) => Work) {
  let newest: SeenList | undefined
  return async (list: SeenList): Promise<void> => {
    newest = list
    for (const ticketId of list.ticketIds.slice(0, NEXT)) {
      if (!(await preparesLists(desk)) || newest !== list) return
      const { helpdesk, origin, tabId } = list
      const key = ticketKey({ origin, ticket: { helpdesk, ticketId } })
      if (key === undefined || (await desk.tabs.byKey(key))) continue
      const work = workOn(key)
      work.listTab = tabId
      await openTicket(desk, work)
      await work.writing?.ended
    }
  }
}

/** Whether the person wants that, and nothing stands against it now. */
export async function preparesLists({ preparing }: Desk): Promise<boolean> {
  const { list, off } = await preparing.state()
  return list && !off
}

/** Tickets of a list that are prepared: more would mostly be for nothing. */
const NEXT = 3
