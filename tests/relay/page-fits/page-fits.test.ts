import { afterAll, beforeAll, expect, test } from "vitest"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import { asked } from "../admin/ask.ts"
import { Client } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import type { FitReport } from "../../../src/protocol/routes/helpdesk-pages.ts"
import { statusAnswer } from "../../../src/protocol/routes/server.ts"

let relay: TestRelay
let [tom, ana, ada] = [new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  ;[tom, ana, ada] = [
    await Client.paired(relay, "Tom"),
    await Client.paired(relay, "Ana"),
    await Client.paired(relay, "Ada", "admin")
  ]
})
afterAll(() => relay?.close())

type Count = FitReport["counts"][number]
const editor: Count = { helpdesk: "zendesk", part: "reply editor", tickets: 2, first: true }
const tell = (who: Client, counts: unknown[], extension = "0.1.0") => who.post("/v1/page-fits", { extension, counts })
const fits = async () => (await asked(statusAnswer, ada.fetch("/v1/admin/status"))).fits ?? []

test("counts are added up by day, helpdesk, part and versions; a browser counts once a day", async () => {
  expect((await tell(tom, [editor])).status).toBe(204)
  await tell(tom, [{ ...editor, tickets: 3, first: false }])
  await tell(ana, [editor, { ...editor, helpdesk: "redmine", part: "every part", product: "5.0.3" }])
  await tell(ana, [{ ...editor, first: false }], "0.2.0")
  const day = relay.time.now.toISOString().slice(0, 10)
  expect(await fits()).toEqual([
    { day, helpdesk: "redmine", part: "every part", extension: "0.1.0", product: "5.0.3", browsers: 1, tickets: 2 },
    { day, helpdesk: "zendesk", part: "reply editor", extension: "0.1.0", product: "", browsers: 2, tickets: 7 },
    { day, helpdesk: "zendesk", part: "reply editor", extension: "0.2.0", product: "", browsers: 0, tickets: 2 }
  ])
})

test("nothing but names of parts, versions and counts is taken, and agents don't see the sums", async () => {
  for (const [what, count] of [
    ["words of a page", { ...editor, part: "Dear Anna Bergmann" }],
    ["words for a helpdesk", { ...editor, helpdesk: "Anna Bergmann" }],
    ["words for a version", { ...editor, product: "5 by Anna" }],
    ["no ticket", { ...editor, tickets: 0 }],
    ["too many tickets", { ...editor, tickets: 1001 }]
  ] as const)
    expect((await tell(tom, [count])).status, what).toBe(400)
  expect((await tell(tom, [])).status).toBe(400)
  expect((await tell(tom, [{ ...editor, ticketId: "4711", words: "Dear Anna" }])).status).toBe(204)
  const { rows } = { rows: await relay.db.selectFrom("page_fits").selectAll().execute() }
  expect(JSON.stringify(rows)).not.toMatch(/4711|Anna|Tom/)
  expect(JSON.stringify(Object.keys(rows[0] ?? {}))).not.toMatch(/person|site|ticket_id/)
  expect((await tom.fetch("/v1/admin/status")).status).toBe(403)
  expect((await fetch(`${relay.url}/v1/page-fits`, { method: "POST" })).status).toBe(401)
})

test("a browser that tells again and again is stopped, and another one isn't", async () => {
  const told = await Promise.all(Array.from({ length: 61 }, () => tell(ana, [{ ...editor, first: false }])))
  expect(told.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  expect((await tell(tom, [editor])).status).toBe(204)
})

test("counts go with the team's retention", async () => {
  expect(await fits()).not.toEqual([])
  await deleteOld(relay.db, 90, new Date(relay.time.now.getTime() + 100 * 86_400_000))
  expect(await relay.db.selectFrom("page_fits").selectAll().execute()).toEqual([])
})
