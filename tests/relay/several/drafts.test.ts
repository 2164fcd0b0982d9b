import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Pipeline } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import { soon } from "../../soon.ts"
import { Client, draftRequest, eventsOf, refusalOf, restOf, SITE, textOf } from "../help/client.ts"
import { pipelineOf, waiting, writing } from "../help/pipelines.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let other: Awaited<ReturnType<TestRelay["again"]>>
/** Tom at the one relay, and at the other. */
let [here, there]: Client[] = []
/** What the next draft is written by, at either. */
let pipeline: Pipeline

beforeAll(async () => {
  const current: Pipeline = {
    model: "test-model",
    version: "v-test",
    run: (...job) => pipeline.run(...job),
    summarise: (...job) => pipeline.summarise(...job)
  }
  relay = await openRelay({ pipeline: current, beatMs: 20 })
  other = await relay.again()
  here = await Client.paired(relay)
  there = new Client(other.url)
  there.token = here.token
})
afterAll(async () => {
  await other?.relay.close()
  await relay?.close()
})

const tom = () => {
  if (!here || !there) throw new Error("Not paired.")
  return { here, there }
}
const stateOf = async (id: string) =>
  (await relay.db.selectFrom("drafts").select("state").where("id", "=", id).executeTakeFirst())?.state
/** Resolves when every relay has given a sign of life that it began after this call, with all that belongs to it. */
async function nextSigns(): Promise<void> {
  for (let round = 0; round < 2; round++) {
    const { at } = await relay.db
      .selectFrom("relays")
      .select(({ fn }) => fn.max("alive_at").as("at"))
      .executeTakeFirstOrThrow()
    await soon(async () => {
      const rows = await relay.db.selectFrom("relays").select("alive_at").execute()
      expect(rows.every(({ alive_at }) => alive_at > at)).toBe(true)
    })
  }
}

test("a relay's start and its looks leave the drafts that another relay writes", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest()
  const events = eventsOf(await tom().here.post("/v1/drafts", request))
  await events.next()
  const third = await relay.again()
  await nextSigns()
  expect(await stateOf(request.draftId)).toBe("writing")
  held.go()
  expect((await restOf(events)).at(-1)?.type).toBe("draft-end")
  expect(await stateOf(request.draftId)).toBe("done")
  await third.relay.close()
})

test("the drafts of a relay that died are cut while others run, and those of a living one stay", async () => {
  pipeline = pipelineOf(writing("Hello"))
  const request = draftRequest()
  await tom().here.draft(request)
  await relay.db
    .updateTable("drafts")
    .set({ state: "writing", relay: randomUUID() })
    .where("id", "=", request.draftId)
    .execute()
  await soon(async () => expect(await stateOf(request.draftId)).toBe("cut"))
})

test("a draft whose end could not be stored is cut by its own relay", async () => {
  pipeline = pipelineOf(writing("Hello"))
  const request = draftRequest()
  await tom().here.draft(request)
  await relay.db.updateTable("drafts").set({ state: "writing" }).where("id", "=", request.draftId).execute()
  await soon(async () => expect(await stateOf(request.draftId)).toBe("cut"))
})

test("asked again at another relay, a draft comes from its start and to its end, whoever leaves meanwhile", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest()
  const leave = new AbortController()
  const first = eventsOf(await tom().here.post("/v1/drafts", request, { signal: leave.signal }))
  await first.next()
  const second = eventsOf(await tom().there.post("/v1/drafts", request))
  await soon(async () => {
    const row = await relay.db
      .selectFrom("drafts")
      .select("followed_at")
      .where("id", "=", request.draftId)
      .executeTakeFirstOrThrow()
    expect(row.followed_at).not.toBeNull()
  })
  leave.abort()
  await nextSigns()
  held.go()
  const rest = await restOf(second)
  // Pieces that were stored together come as one.
  expect(textOf(rest)).toBe("Hello there")
  expect(rest.at(-1)?.type).toBe("draft-end")
})

test("a draft that a relay broke off because it was stopped begins anew at another", async () => {
  const held = waiting("Half")
  pipeline = pipelineOf(held.run)
  const third = await relay.again()
  const client = new Client(third.url)
  client.token = tom().here.token
  const request = draftRequest()
  const events = eventsOf(await client.post("/v1/drafts", request))
  await events.next()
  await third.relay.close()
  pipeline = pipelineOf(writing("Whole"))
  const again = await tom().there.draft(request)
  expect(again.map((event) => (event.type === "draft-delta" ? event.text : event.type))).toEqual([
    "sources",
    "Whole",
    "draft-end"
  ])
  await events.return(undefined)
})

test("the id of a draft at another relay is as taken there as here", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest()
  const events = eventsOf(await tom().here.post("/v1/drafts", request))
  await events.next()
  const changed = tom().there.post("/v1/drafts", { ...request, instruction: "shorter" })
  expect(await refusalOf(changed)).toMatchObject({ status: 409, code: "draft-taken" })
  held.go()
  await restOf(events)
})

test("a ticket that is erased at another relay ends its draft here, and nothing of it is stored", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const request = draftRequest({ ticket: { ...draftRequest().ticket, ticketId: "erased/elsewhere" } })
  const events = eventsOf(await tom().here.post("/v1/drafts", request))
  await events.next()
  const path = `/v1/tickets/sample/${encodeURIComponent("erased/elsewhere")}?${new URLSearchParams({ site: SITE })}`
  expect((await tom().there.fetch(path, { method: "DELETE" })).status).toBe(200)
  expect((await restOf(events)).at(-1)).toMatchObject({ type: "draft-error", code: "ticket-erased" })
  await held.stopped
  expect(await stateOf(request.draftId)).toBeUndefined()
})

test("six drafts of one person are as many as may be written at once, at whichever relays", async () => {
  const held = waiting()
  pipeline = pipelineOf(held.run)
  const streams = await Promise.all(
    [tom().here, tom().there].flatMap((client) =>
      Array.from({ length: 3 }, async () => eventsOf(await client.post("/v1/drafts", draftRequest())))
    )
  )
  await Promise.all(streams.map((stream) => stream.next()))
  for (const client of [tom().here, tom().there])
    expect(await refusalOf(client.post("/v1/drafts", draftRequest()))).toMatchObject({
      status: 429,
      code: "too-many-drafts"
    })
  held.go()
  const ends = await Promise.all(streams.map(async (stream) => (await restOf(stream)).at(-1)?.type))
  expect(ends).toEqual(Array.from({ length: 6 }, () => "draft-end"))
})

test("so are six summaries; what a dead relay left under way doesn't count", async () => {
  const [go, begun] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let count = 0
  pipeline = pipelineOf(writing("Hello"), async () => {
    if (++count === 6) begun.resolve()
    await go.promise
  })
  const ask = (client: Client) =>
    client.post("/v1/summaries", { summaryId: randomUUID(), ticket: draftRequest().ticket })
  const { id: person } = await relay.db.selectFrom("people").select("id").executeTakeFirstOrThrow()
  const dead = { id: randomUUID(), alive_at: new Date(Date.now() - 60_000) }
  await relay.db.insertInto("relays").values(dead).execute()
  await relay.db.insertInto("summaries_in_flight").values({ id: randomUUID(), person, relay: dead.id }).execute()
  const six = [tom().here, tom().there].flatMap((client) => [1, 2, 3].map(() => ask(client)))
  await begun.promise
  for (const client of [tom().here, tom().there])
    expect(await refusalOf(ask(client))).toMatchObject({ status: 429, code: "too-many-drafts" })
  go.resolve()
  await Promise.all(six.map(async (answer) => (await answer).text()))
  await soon(async () =>
    expect(await relay.db.selectFrom("summaries_in_flight").select("relay").execute()).toEqual([{ relay: dead.id }])
  )
})
