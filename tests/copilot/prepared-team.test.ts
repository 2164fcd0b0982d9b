import { expect, test } from "vitest"
import { soon } from "../soon.ts"
import { pageDouble, sampleTicket } from "./help/page-double.ts"
import { KEY, ORIGIN, world } from "./help/world.ts"

test("an admin has prepared drafts off for the team: the panel says so, a press still drafts, and an hour later the relay is asked again", async () => {
  const all = await world()
  await all.pair()
  all.openTab(10)
  all.relay.relay.prepared.left = 0
  all.relay.relay.teamOff = true
  await all.opened()
  const drafts = () => all.relay.seen.drafts.map(({ body }): { prepared?: boolean } => JSON.parse(body))
  const asked = () => all.relay.seen.calls.filter((call) => call === "POST /v1/drafts").length
  const openOther = async (tabId: number, ticketId: string) => {
    all.openTab(tabId, 1, pageDouble(sampleTicket({ ticketId })), `${ORIGIN}/tickets/${ticketId}`)
    await all.opened(tabId, ticketId)
  }
  await all.openPanel().until((one) => one.preparing?.off === "team")
  const once = asked()
  await all.ask({ kind: "panel-refresh" })
  await openOther(101, "2001")
  expect(asked()).toBe(once)
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(drafts()).toEqual([expect.not.objectContaining({ prepared: true })]))
  all.relay.relay.prepared.left = 5
  all.relay.relay.teamOff = false
  all.clock.shift += 3_700_000
  await openOther(102, "2002")
  await soon(() => expect(drafts().at(-1)?.prepared).toBe(true))
})
