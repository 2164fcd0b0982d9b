import type { Services, TicketState } from "./ticket-state.ts"

/** The tab in which the ticket is open; while none is, the one of a list in which it stands. */
export async function readerTab(services: Services, state: TicketState): Promise<number | undefined> {
  return (await services.tabs.byKey(state.key))?.tabId ?? state.listTab
}
