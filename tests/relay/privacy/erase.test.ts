import { runInLane } from "../../../src/runtime/worker-thread/run-in-worker.ts"
import { rememberMessages } from "../../../src/text/memo/text-memory.ts"
import { readings } from "./remembered.ts"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Erasing } from "../../../src/protocol/admin.ts"
import { askSettings, putSettings } from "../admin/ask.ts"
import { Client, draftRequest, outcome, refusalOf, SITE } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { save } from "../review/ask.ts"
import { eraseAnswer } from "../../../src/protocol/routes/erase.ts"

let relay: TestRelay
const people = { tom: new Client(""), uma: new Client(""), ann: new Client(""), ada: new Client("") }
beforeAll(async () => {
  relay = await openRelay()
  people.tom = await Client.paired(relay, "Tom")
  people.uma = await Client.paired(relay, "Uma")
  people.ann = await Client.paired(relay, "Ann", "lead")
  people.ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

const erase = (by: Client, ticketId: string, query = "") =>
  by.fetch(`/v1/tickets/sample/${ticketId}?site=${SITE}${query}`, { method: "DELETE" })
const kept = async (ticketId: string) =>
  (await relay.db.selectFrom("outcomes").select("id").where("ticket_id", "=", ticketId).execute()).length
const set = async (erasing: Erasing) => {
  const { version } = await askSettings(people.ada)
  expect((await putSettings(people.ada, { preparing: true, perDay: null, erasing, version })).status).toBe(200)
}
/** Tom drafted on a ticket, sent a reply, and a lead reviewed it. */
async function worked(ticketId: string) {
  const asked = draftRequest({ ticket: { ...draftRequest().ticket, ticketId } })
  await people.tom.draft(asked)
  const told = outcome({ ticketId, draftId: asked.draftId })
  await people.tom.post("/v1/outcomes", told)
  await save(people.ann, told.outcomeId, { note: "Read." })
}

test.each<[Erasing, ("tom" | "uma" | "ann" | "ada")[]]>([
  ["drafters", ["tom", "ann", "ada"]],
  ["everyone", ["tom", "uma", "ann", "ada"]],
  ["leads", ["ann", "ada"]]
])("%s: who may erase a ticket does, who may not is told, and nothing is gone", async (erasing, may) => {
  await set(erasing)
  for (const [name, by] of Object.entries(people)) {
    const ticketId = `${erasing}-${name}`
    await worked(ticketId)
    if (may.some((one) => one === name)) {
      expect(eraseAnswer.parse(await (await erase(by, ticketId)).json())).toEqual({
        drafts: 1,
        outcomes: 1,
        unknown: 0
      })
      expect(await kept(ticketId)).toBe(0)
      expect(
        await relay.db.selectFrom("audit").select(["action", "ids"]).orderBy("id", "desc").executeTakeFirst()
      ).toEqual({ action: "ticket-erased", ids: [SITE, "sample", ticketId] })
    } else {
      expect(await refusalOf(erase(by, ticketId, "&unknown=true"))).toMatchObject({
        status: 403,
        code: "may-not-erase",
        retryable: false,
        message: expect.stringMatching(/Nothing was erased: ask one of them\.$/)
      })
      expect(await kept(ticketId)).toBe(1)
    }
  }
})

test("unless it is set, drafters, leads and admins erase; a setting that is left out stays", async () => {
  const fresh = await openRelay()
  try {
    const ada = await Client.paired(fresh, "Ada", "admin")
    expect(await askSettings(ada)).toMatchObject({ erasing: "drafters" })
    await putSettings(ada, { preparing: true, perDay: null, erasing: "leads", version: 0 })
    await putSettings(ada, { preparing: false, perDay: 3, version: 1 })
    expect(await askSettings(ada)).toMatchObject({ erasing: "leads", hashSites: false, preparing: false, perDay: 3 })
  } finally {
    await fresh.close()
  }
})

test("of a ticket that the relay keeps nothing of, whoever asks may forget their own copy", async () => {
  await set("drafters")
  expect(eraseAnswer.parse(await (await erase(people.uma, "never-seen")).json())).toEqual({
    drafts: 0,
    outcomes: 0,
    unknown: 0
  })
})

test("a draft on another site's ticket of that number gives no right to this one's", async () => {
  await set("drafters")
  await worked("77")
  await people.uma.draft(
    draftRequest({ ticket: { ...draftRequest().ticket, ticketId: "77", site: "https://acme.zendesk.com" } })
  )
  expect((await erase(people.uma, "77")).status).toBe(403)
  expect(await kept("77")).toBe(1)
})

test.each(["none", "ignored", "inserted"] as const)(
  "reporting an outcome of kind %s on a colleague's ticket gives no right to erase it",
  async (kind) => {
    await set("drafters")
    const ticketId = `report-${kind}`
    await worked(ticketId)
    const report = outcome({ ticketId, kind, ...(kind === "none" ? { draft: "", editDistance: null } : {}) })
    if (kind === "none") delete report.draftId
    expect((await people.uma.post("/v1/outcomes", report)).status).toBe(200)
    expect(await refusalOf(erase(people.uma, ticketId))).toMatchObject({ status: 403, code: "may-not-erase" })
    expect((await erase(people.tom, ticketId)).status).toBe(200)
  }
)

test("once a ticket is erased, no thread remembers what it read of it", async () => {
  const texts: string[] = []
  const readingOf = rememberMessages((text) => texts.push(text))
  readingOf("Where is my parcel?")
  await worked("remembered")
  const inThread = () => runInLane("quick", REMEMBERED)
  const first = await inThread()
  expect(await inThread()).toBe(first)
  expect((await erase(people.ann, "remembered")).status).toBe(200)
  readingOf("Where is my parcel?")
  expect(texts).toHaveLength(2)
  expect(await inThread()).toBe(first + 1)
})

const REMEMBERED = { module: new URL("remembered.ts", import.meta.url).href, run: readings }
