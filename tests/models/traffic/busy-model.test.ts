import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { OFFLINE } from "../../../src/models/endpoint/models.ts"
import type { RelayEvent } from "../../../src/protocol/relay.ts"
import { startModelDouble, type ModelDouble } from "../double.ts"
import { endpointOf, modelsOf } from "../endpoint.ts"
import { Client, draftRequest, eventsOf, refusalOf } from "../../relay/help/client.ts"
import { openRelay, type TestRelay } from "../../relay/help/relay.ts"

let model: ModelDouble
let relay: TestRelay
let [tom, kim] = [new Client(""), new Client("")]
beforeAll(async () => {
  model = await startModelDouble()
  relay = await openRelay({ models: modelsOf([endpointOf("local", model.url, { atOnce: 1, totalMs: 30_000 })]) })
  ;[tom, kim] = [await Client.paired(relay, "Tom"), await Client.paired(relay, "Kim")]
})
afterAll(async () => {
  await relay?.close()
  await model?.close()
})
/** The model writes so slowly that others come meanwhile. */
beforeEach(() => model.always({ kind: "text", text: "Hello there.", pieces: 2, paceMs: 150 }))

const textOf = (events: RelayEvent[]) =>
  events.map((event) => (event.type === "draft-delta" ? event.text : "")).join("")
const placesOf = (events: RelayEvent[]) =>
  events.flatMap((event) => (event.type === "draft-waiting" ? event.place : []))
/** Of the requests since, which wish each had. */
const wishesSince = (before: number) =>
  model.requests.slice(before).map(({ body }) => /wish-\w+/.exec(body)?.[0] ?? "none")
const wishing = (wish: string, change = {}) => draftRequest({ instruction: `Mention wish-${wish}.`, ...change })

/** Asks for a draft that the model begins at once. */
async function begun(client: Client): Promise<{ draft: Promise<RelayEvent[]> }> {
  const before = model.requests.length
  const draft = client.draft(wishing("first"))
  await model.request(before)
  return { draft }
}

/** Asks for a draft, and resolves once it is told that it waits. */
async function waiting(client: Client, body = draftRequest(), signal?: AbortSignal) {
  const response = await client.post("/v1/drafts", body, { ...(signal && { signal }) })
  const events = eventsOf(response)
  const seen: RelayEvent[] = []
  for (let step = await events.next(); !step.done; step = await events.next()) {
    seen.push(step.value)
    if (step.value.type === "draft-waiting") break
  }
  const rest = async () => {
    for await (const event of events) seen.push(event)
    return seen
  }
  return { place: placesOf(seen)[0], rest }
}

test("a draft waits for a busy model, hears its place as it changes, and is written when its turn comes", async () => {
  const { draft: first } = await begun(tom)
  const second = await waiting(kim)
  const third = await waiting(tom)
  expect([second.place, third.place]).toEqual([1, 2])
  const [told, alsoTold] = await Promise.all([second.rest(), third.rest()])
  expect(placesOf(alsoTold)).toEqual([2, 1])
  for (const events of [await first, told, alsoTold]) {
    expect(textOf(events)).toBe("Hello there.")
    expect(events.at(-1)).toMatchObject({ type: "draft-end", model: "local-model" })
  }
  // The place is news of the moment, and no part of the draft.
  const stored = await relay.db.selectFrom("draft_events").select("type").execute()
  expect(stored.filter(({ type }) => type === "draft-waiting")).toEqual([])
})

test("a pressed draft goes before prepared ones that came earlier, also before those of the same person", async () => {
  await begun(tom)
  const before = model.requests.length
  const prepared = await Promise.all([
    waiting(tom, wishing("p1", { prepared: true })),
    waiting(tom, wishing("p2", { prepared: true }))
  ])
  const pressed = await waiting(kim, wishing("kim"))
  const own = await waiting(tom, wishing("tom"))
  expect([pressed.place, own.place]).toEqual([1, 2])
  await Promise.all([...prepared, pressed, own].map(({ rest }) => rest()))
  const order = wishesSince(before)
  expect(order.slice(0, 2)).toEqual(["wish-kim", "wish-tom"])
  expect(order.slice(2).toSorted()).toEqual(["wish-p1", "wish-p2"])
})

test("whoever stops a draft that waits leaves the queue, and the model is never asked for it", async () => {
  await begun(tom)
  const before = model.requests.length
  const stop = new AbortController()
  const gone = await waiting(kim, wishing("gone"), stop.signal)
  const after = await waiting(tom, wishing("after"))
  expect(after.place).toBe(2)
  stop.abort()
  await expect(gone.rest()).rejects.toThrow()
  expect(textOf(await after.rest())).toBe("Hello there.")
  expect(wishesSince(before)).toEqual(["wish-after"])
})

test("if ten wait for the only model, one more is told 429 and when to come again; a draft that is known is not", async () => {
  const people = [tom, kim, await Client.paired(relay, "Lou")]
  await begun(tom)
  const bodies = Array.from({ length: 10 }, () => draftRequest())
  const stop = new AbortController()
  const all = []
  for (const [at, body] of bodies.entries()) all.push(await waiting(people[at % 3] ?? tom, body, stop.signal))
  const refused = await kim.post("/v1/drafts", draftRequest())
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
  expect(await refusalOf(refused)).toMatchObject({
    status: 429,
    code: "model-queue-full",
    retryable: true,
    message: expect.stringMatching(/^The model local is busy, and 10 drafts wait for it already\. Ask again in \d+ sec/)
  })
  const known = await people[1]?.post("/v1/drafts", bodies[1], { signal: stop.signal })
  expect(known?.status).toBe(200)
  stop.abort()
  await Promise.allSettled(all.map(({ rest }) => rest()))
})

test("with another model in the order, what finds the queue full is written by that one, and the draft says why", async () => {
  const models = modelsOf([endpointOf("local", model.url, { atOnce: 1, totalMs: 30_000 }), OFFLINE])
  const other = await relay.again(models)
  const [mia, lou] = [
    await Client.paired({ ...relay, url: other.url }, "Mia"),
    await Client.paired({ ...relay, url: other.url }, "Lea")
  ]
  await begun(mia)
  const stop = new AbortController()
  const all = []
  for (let n = 0; n < 10; n++) all.push(await waiting(n % 2 ? mia : lou, draftRequest(), stop.signal))
  expect((await lou.draft(draftRequest())).at(-1)).toMatchObject({
    type: "draft-end",
    model: "offline",
    instead: { of: "local-model", code: "model-queue-full" }
  })
  stop.abort()
  await Promise.allSettled(all.map(({ rest }) => rest()))
  await other.relay.close()
})

test("a model that fails five times in a row is passed over at once, and without another the draft says so", async () => {
  const broken = endpointOf("broken", model.url, { model: "broken-model" })
  const other = await relay.again(modelsOf([broken, endpointOf("second", model.url), OFFLINE]))
  const alone = await relay.again(modelsOf([broken]))
  const [mia, lou] = [
    await Client.paired({ ...relay, url: other.url }, "Ron"),
    await Client.paired({ ...relay, url: alone.url }, "Uma")
  ]
  for (const client of [mia, lou]) {
    model.always({ kind: "text", text: "From the second." })
    for (let n = 0; n < 5; n++) {
      // The relay's client tries once more by itself, and twice if there is no other model.
      model.next(...Array(client === mia ? 2 : 3).fill({ kind: "status", status: 500 }))
      await client.draft(draftRequest())
    }
  }
  const before = model.requests.length
  expect((await mia.draft(draftRequest())).at(-1)).toMatchObject({
    model: "second-model",
    instead: { of: "broken-model", code: "model-away" }
  })
  expect(model.requests.slice(before).map(({ body }) => JSON.parse(body).model)).toEqual(["second-model"])
  expect((await lou.draft(draftRequest())).at(-1)).toMatchObject({
    type: "draft-error",
    code: "model-away",
    retryable: true,
    message: expect.stringMatching(/^The model broken failed several times in a row and isn't asked now\. It is tried/)
  })
  expect(model.requests).toHaveLength(before + 1)
  await other.relay.close()
  await alone.relay.close()
}, 60_000)
