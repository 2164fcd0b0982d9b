import type { Desk, Work } from "./work.ts"

/** The tab in which the ticket is open; while none is, the one of a list in which it stands. */
export async function readerTab(desk: Desk, work: Work): Promise<number | undefined> {
  return (await desk.tabs.byKey(work.key))?.tabId ?? work.listTab
}
