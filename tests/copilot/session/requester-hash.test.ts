import { expect, test } from "vitest"
import { requesterHash } from "../../../src/text/bytes/keyed-hash.ts"
import { soon } from "../../soon.ts"
import { pageDouble, sampleTicket } from "../help/page-double.ts"
import { KEY, openWorld, world } from "../help/world.ts"

const TEAM_KEY = btoa("k".repeat(32))
const RULES = {
  ...{ version: 3, mode: "strict" as const, keep: [], names: [], agentsMayAdd: false, words: [], proposed: [] },
  ...{ by: null, at: null }
}

test("draft and outcome say whose the ticket is by a keyed hash; the address is in neither", async () => {
  const page = pageDouble(sampleTicket({ requester: { name: "Anna Bergmann", email: "Anna.Bergmann@example.org" } }))
  const all = await world()
  all.relay.relay.rules = { ...RULES, requesterKey: TEAM_KEY }
  await all.pair()
  all.openTab(10, 1, page)
  const panel = all.openPanel(1)
  await all.opened(10)
  const { id, text } = await panel.draft("ready")
  const hash = await requesterHash(TEAM_KEY, "anna.bergmann@example.org")
  expect(JSON.parse(all.relay.seen.drafts[0]?.body ?? "").requesterHash).toBe(hash)
  await all.ask({ kind: "panel-insert", key: KEY, draftId: id, text, anyway: true })
  page.send(text)
  await all.opened(10)
  await soon(() => expect(all.relay.seen.outcomes).toMatchObject([{ requesterHash: hash, kind: "inserted" }]))
  expect(JSON.stringify(all.relay.seen)).not.toMatch(/example\.org/i)
})

test("without a key, or without an address, neither says whose the ticket is", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  expect(all.relay.seen.drafts[0]?.body).not.toContain("requesterHash")
})
