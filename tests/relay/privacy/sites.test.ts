import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import { keyedHash } from "../../../src/text/bytes/keyed-hash.ts"
import { hashStoredSites } from "../../../src/relay/team-settings/team-settings.ts"
import { askSettings, putSettings } from "../admin/ask.ts"
import { Client, draftRequest, outcome, refusalOf, SITE } from "../help/client.ts"
import { pipelineOf, writing } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askCase, askQueue } from "../review/ask.ts"
import { eraseAnswer } from "../../../src/protocol/routes/erase.ts"
import { rulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"

const OTHER = "https://acme.zendesk.com"
let relay: TestRelay
let [tom, uma, ann, ada] = [new Client(""), new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  tom = await Client.paired(relay, "Tom")
  uma = await Client.paired(relay, "Uma")
  ann = await Client.paired(relay, "Ann", "lead")
  ada = await Client.paired(relay, "Ada", "admin")
})
afterAll(() => relay?.close())

/** A draft and what became of it. */
async function work(by: Client, site: string, ticketId: string, messageId = "m7") {
  const asked = draftRequest({ ticket: { ...draftRequest().ticket, site, helpdesk: "zendesk", ticketId } })
  await by.draft(asked)
  const told = outcome({ site, helpdesk: "zendesk", ticketId, draftId: asked.draftId, messageId })
  expect((await by.post("/v1/outcomes", told)).status).toBe(200)
  await relay.db
    .insertInto("source_feedback")
    .values({
      id: randomUUID(),
      document: "a",
      kind: "use",
      version: 1,
      site,
      helpdesk: "zendesk",
      ticket_id: ticketId,
      person: await idOf(by),
      at: relay.time.now
    })
    .execute()
  return { ...told, draftId: asked.draftId }
}
const idOf = async (by: Client) => ((await (await by.fetch("/v1/me")).json()) as { person: { id: string } }).person.id
const erase = async (by: Client, ticketId: string, query: Record<string, string>) =>
  by.fetch(`/v1/tickets/zendesk/${ticketId}?${new URLSearchParams(query)}`, { method: "DELETE" })
const erased = async (...given: Parameters<typeof erase>) => eraseAnswer.parse(await (await erase(...given)).json())
const TABLES = ["drafts", "outcomes", "source_feedback"] as const
const sitesOf = (ticketId: string) =>
  Promise.all(
    TABLES.map(async (table) =>
      (await relay.db.selectFrom(table).select("site").where("ticket_id", "=", ticketId).orderBy("site").execute()).map(
        ({ site }) => site
      )
    )
  )
/** As rows that an older relay stored. */
const forgetSites = async (ticketId: string) => {
  for (const table of TABLES)
    await relay.db.updateTable(table).set({ site: "" }).where("ticket_id", "=", ticketId).execute()
}

test("tickets of one number at two sites are two tickets, and one DELETE removes one", async () => {
  const [here, there] = [await work(tom, SITE, "42"), await work(tom, OTHER, "42")]
  const lines = (await askQueue(ann)).cases.filter(({ ticketId }) => ticketId === "42")
  expect(lines.map(({ site }) => site).sort()).toEqual([OTHER, SITE])
  expect(await askCase(ann, there.outcomeId)).toMatchObject({ outcome: there, ticket: { site: OTHER } })
  expect(await erased(tom, "42", { site: SITE })).toEqual({ drafts: 1, outcomes: 1, unknown: 0 })
  expect(await sitesOf("42")).toEqual([[OTHER], [OTHER], [OTHER]])
  expect((await ann.fetch(`/v1/review/cases/${here.outcomeId}`)).status).toBe(410)
})

test("erasing stops what is being written for that site's ticket alone", async () => {
  const going = Promise.withResolvers<void>()
  const slow = await openRelay({
    pipeline: pipelineOf(async (emit, signal, request) => {
      emit({ type: "draft-delta", text: "It is " })
      await going.promise
      await writing("on its way.")(emit, signal, request)
    })
  })
  try {
    const by = await Client.paired(slow)
    const ask = (site: string) =>
      by.draft(draftRequest({ ticket: { ...draftRequest().ticket, site, helpdesk: "zendesk", ticketId: "43" } }))
    const [here, there] = [ask(SITE), ask(OTHER)]
    await expect.poll(async () => (await slow.db.selectFrom("drafts").select("id").execute()).length).toBe(2)
    expect((await erase(by, "43", { site: SITE })).status).toBe(200)
    going.resolve()
    expect((await here).at(-1)).toMatchObject({ type: "draft-error", code: "ticket-erased" })
    expect((await there).at(-1)).toMatchObject({ type: "draft-end" })
  } finally {
    await slow.close()
  }
})

test("what is of an unknown site: one's own goes along, a colleague's stays until a lead says so", async () => {
  await work(tom, SITE, "44", "m7")
  await work(uma, SITE, "44", "m8")
  await forgetSites("44")
  await work(tom, SITE, "44", "m9")
  expect(await erased(tom, "44", { site: SITE, unknown: "true" })).toEqual({ drafts: 2, outcomes: 2, unknown: 2 })
  expect(await erased(ann, "44", { site: SITE })).toEqual({ drafts: 0, outcomes: 0, unknown: 2 })
  expect(await erased(ann, "44", { site: SITE, unknown: "true" })).toEqual({ drafts: 1, outcomes: 1, unknown: 0 })
})

test("a draft of an unknown site learns it from the result that the same person tells of it", async () => {
  const asked = draftRequest({ ticket: { ...draftRequest().ticket, helpdesk: "zendesk", ticketId: "45" } })
  await tom.draft(asked)
  await forgetSites("45")
  const told = { site: SITE, helpdesk: "zendesk", ticketId: "45", draftId: asked.draftId }
  await uma.post("/v1/outcomes", outcome(told))
  expect((await sitesOf("45"))[0]).toEqual([""])
  await tom.post("/v1/outcomes", outcome(told))
  expect((await sitesOf("45"))[0]).toEqual([SITE])
})

test("a site has to be told, and to be one", async () => {
  expect(await refusalOf(erase(tom, "42", {}))).toMatchObject({ status: 400, message: "site: string expected." })
  for (const site of ["", "zendesk", "https://x/y", "javascript:1", `https://${"x".repeat(300)}`, "https://x y"]) {
    expect(await refusalOf(tom.post("/v1/outcomes", outcome({ site })))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^site: /)
    })
    expect((await tom.post("/v1/drafts", draftRequest({ ticket: { ...draftRequest().ticket, site } }))).status).toBe(
      400
    )
  }
})

test("an extension of the first version is told to update", async () => {
  const old = tom.post("/v1/outcomes", outcome(), { headers: { "x-replywright-api": "1" } })
  expect(await refusalOf(old)).toMatchObject({
    status: 426,
    code: "other-version",
    message: expect.stringContaining("update")
  })
})

test("hashed sites: what is kept is hashed, browsers get the key, and a ticket is erased by either name, also after it is switched off", async () => {
  const rules = async () => rulesAnswer.parse(await (await tom.fetch("/v1/masking-rules")).json())
  const before = await rules()
  await work(tom, OTHER, "50")
  expect(before.siteKey).toBeUndefined()
  const { version } = await askSettings(ada)
  expect((await putSettings(ada, { preparing: true, perDay: null, hashSites: true, version })).status).toBe(200)
  expect(await askSettings(ada)).toMatchObject({ hashSites: true, erasing: "drafters" })
  const { siteKey = "", version: newest, mode } = await rules()
  expect([newest, mode]).toEqual([before.version + 1, before.mode])
  const hashed = await keyedHash(siteKey, OTHER)
  expect(await sitesOf("50")).toEqual([[hashed], [hashed], [hashed]])

  // A browser that has not heard of it yet, and one that has.
  await work(tom, OTHER, "51")
  await work(tom, hashed, "51", "m8")
  expect(await sitesOf("51")).toEqual([[hashed, hashed], [hashed, hashed], [OTHER, hashed].sort()])
  await hashStoredSites(relay.db)
  expect((await sitesOf("51"))[2]).toEqual([hashed, hashed])
  expect(await erased(tom, "50", { site: OTHER })).toMatchObject({ drafts: 1, outcomes: 1 })
  expect(
    (
      await relay.db
        .selectFrom("audit")
        .select("ids")
        .where("action", "=", "ticket-erased")
        .orderBy("id", "desc")
        .executeTakeFirstOrThrow()
    ).ids
  ).toEqual([hashed, "zendesk", "50"])

  await putSettings(ada, { preparing: true, perDay: null, hashSites: false, version: version + 1 })
  expect((await rules()).siteKey).toBeUndefined()
  expect(await erased(tom, "51", { site: OTHER })).toMatchObject({ drafts: 2, outcomes: 2 })
})
