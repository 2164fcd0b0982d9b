import { expect } from "vitest"
import { soon } from "../../soon.ts"
import { pageDouble, sampleTicket } from "./page-double.ts"
import { KEY, ORIGIN, world, type World } from "./world.ts"

/** A ticket in front in a tab, and no panel anywhere. */
export async function alone(prepare?: (all: World) => void) {
  const all = await world()
  await all.pair()
  all.openTab(10)
  prepare?.(all)
  await all.opened()
  return all
}
export const bodies = ({ relay }: World) =>
  relay.seen.drafts.map(({ body }): { draftId: string; prepared?: boolean } => JSON.parse(body))
export const stored = async (all: World, state = "ready") =>
  soon(async () => {
    const draft = (await (await all.store()).drafts.of(KEY)).at(-1)
    expect(draft?.state).toBe(state)
    return draft
  })
/** Another ticket of the same helpdesk in a tab of its own. */
export async function openOther(all: World, n: number, tabId = 100 + n) {
  const ticketId = String(2000 + n)
  all.openTab(tabId, 1, pageDouble(sampleTicket({ ticketId })), `${ORIGIN}/tickets/${ticketId}`)
  await all.opened(tabId, ticketId)
  return `sample ${ORIGIN} ${ticketId}`
}
export async function leave(all: World, tabId = 10) {
  await all.tell({ kind: "ticket-left" }, tabId)
}
