import type { Services, TicketState } from "./ticket-state.ts"

/** Returns the tab in which the ticket is open or, if there is none, the tab of a list that contains it. */
export async function readerTab(services: Services, state: TicketState): Promise<number | undefined> {
  return (await services.tabs.byKey(state.key))?.tabId ?? state.listTab
}
