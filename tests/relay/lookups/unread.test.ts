import { afterAll, beforeAll, expect, test } from "vitest"
import { createLog } from "../../../src/runtime/log.ts"
import { warnOfUnreadDefinitions } from "../../../src/relay/server/start-notes.ts"
import { GOOD } from "../../lookups/help/definition.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { lookupsAnswer, storedLookupsAnswer } from "../../../src/protocol/routes/lookups.ts"

let relay: TestRelay
let ada = new Client("")
beforeAll(async () => {
  relay = await openRelay()
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

const PATTERNED = GOOD.replace("path: $.orders[0].status", `path: '$.orders[?match(@.name, "{order}")].status'`)
/** As an earlier version stored it, which checked less. */
const store = (table: "lookup_versions" | "playbook_versions", name: string, source: string) =>
  relay.db.insertInto(table).values({ name, version: 1, source, person: null, at: new Date() }).execute()

test("a stored lookup that this version can't read is listed with what to do, and nobody asks it", async () => {
  await store("lookup_versions", "shop-order", PATTERNED)
  const { lookups } = storedLookupsAnswer.parse(await (await ada.fetch("/v1/admin/lookups")).json())
  expect(lookups).toMatchObject([
    {
      name: "shop-order",
      title: "shop-order",
      source: PATTERNED,
      mistakes: [expect.stringMatching(/^Line 14: .* matches by a pattern.* leave out match\(\) and search\(\)/)]
    }
  ])
  expect(lookupsAnswer.parse(await (await ada.fetch("/v1/lookups")).json()).lookups).toEqual([])
})

test("a start warns of each definition and pattern that it can't use, with what to do", async () => {
  await store("playbook_versions", "returns", `a: {${Array.from({ length: 11_000 }, (_, at) => `k${at}`).join()}}`)
  const rules = { mode: "strict", orderPattern: "(a+)+\\d", agentsMayAdd: false, keep: [], names: [], refused: [] }
  await relay.db
    .insertInto("masking_rules")
    .values({
      version: 1,
      rules: JSON.stringify(rules),
      why: "saved",
      of_version: null,
      person: null,
      by: null,
      at: new Date()
    })
    .execute()
  const lines: string[] = []
  await warnOfUnreadDefinitions(
    relay.db,
    createLog((line) => lines.push(line))
  )
  expect(lines.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { level: "warn", event: "lookup-unread", lookup: "shop-order", todo: expect.stringContaining("lookups list") },
    { level: "warn", event: "playbook-unread", playbook: "returns", todo: expect.stringContaining("playbooks list") },
    { level: "warn", event: "order-pattern-unread", why: "nested", todo: expect.stringContaining("simpler pattern") }
  ])
})
