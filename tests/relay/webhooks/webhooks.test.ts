import { createHmac } from "node:crypto"
import { once } from "node:events"
import { createServer, type IncomingHttpHeaders } from "node:http"
import { text } from "node:stream/consumers"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import * as z from "zod/mini"
import { createWebClient, type WebClient } from "../../../src/ingest/sources/web/web-client.ts"
import { webhookEvent } from "../../../src/relay/webhooks/queue-event.ts"
import { BATCH, deliverDue, pruneDeliveries, sendTest } from "../../../src/relay/webhooks/deliver.ts"
import { addWebhook, endpointIds, listWebhooks } from "../../../src/relay/webhooks/endpoints.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { Client, outcome, refusalOf, SECRET_WORDS, SITE, stillSignedIn } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { webhookCreated, webhooksAnswer, webhookTested } from "../../../src/protocol/routes/webhooks.ts"

/** What came, and what is answered next; 200 unless told. */
const receiver = { came: [] as { headers: IncomingHttpHeaders; body: string }[], statuses: [] as number[], url: "" }
const server = createServer((request, response) => {
  void text(request).then((body) => {
    receiver.came.push({ headers: request.headers, body })
    response.writeHead(receiver.statuses.shift() ?? 200, { location: "http://127.0.0.1/elsewhere" }).end()
  })
})

let relay: TestRelay
let admin: Client
let agent: Client
let lead: Client
let web: WebClient
beforeAll(async () => {
  // The relay itself would look in between.
  relay = await openRelay({ timing: { look: 3600 } })
  admin = await Client.paired(relay, "Ada", "admin")
  agent = await Client.paired(relay, "Mia")
  lead = await Client.paired(relay, "Lea", "lead")
  await stillSignedIn(relay)
  await once(server.listen(0, "127.0.0.1"), "listening")
  receiver.url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}/hook`
  web = createWebClient({ tries: 1, allowHosts: ["127.0.0.1"] })
})
afterAll(async () => {
  web?.close()
  server.close()
  await relay?.close()
})
beforeEach(async () => {
  receiver.came = []
  receiver.statuses = []
  await relay.db.deleteFrom("webhook_endpoints").execute()
})

/** As a relay does at one look. @returns how many there were */
async function deliver(by = web): Promise<number> {
  const how = { db: relay.db, web: by, log: silentLog, now: relay.time.now, signal: new AbortController().signal }
  let sum = 0
  for (const endpoint of await endpointIds(relay.db))
    for (let count = BATCH; count === BATCH; sum += count) count = await deliverDue(how, endpoint)
  return sum
}
const wait = (seconds: number) => (relay.time.now = new Date(relay.time.now.getTime() + seconds * 1000))
const listed = async () => webhooksAnswer.parse(await (await admin.fetch("/v1/admin/webhooks")).json()).webhooks

/** An endpoint as an admin makes it, at the receiver of this test, which speaks no HTTPS. */
async function added(): Promise<{ id: string; secret: string }> {
  const answer = await admin.post("/v1/admin/webhooks", { url: "https://hooks.example.com/replywright" })
  const { id, secret } = webhookCreated.parse(await answer.json())
  await relay.db.updateTable("webhook_endpoints").set({ url: receiver.url }).where("id", "=", id).execute()
  return { id, secret }
}

test("an outcome and its review are told, signed by Standard Webhooks, in ids, states and figures without a word of the ticket", async () => {
  const { secret } = await added()
  const told = outcome({ messageId: "900" })
  await agent.post("/v1/outcomes", told)
  const saved = await lead.fetch(`/v1/review/cases/${told.outcomeId}`, {
    method: "PUT",
    body: JSON.stringify({ version: 0, done: true, reasons: ["wrong-fact"], note: SECRET_WORDS }),
    headers: { "content-type": "application/json" }
  })
  expect(saved.status).toBe(200)
  expect(await deliver()).toBe(2)

  const events = receiver.came.map(({ body }) => webhookEvent.parse(JSON.parse(body)))
  expect(events.find(({ type }) => type === "outcome.stored")?.data).toEqual({
    caseId: told.outcomeId,
    revision: 1,
    draftId: told.draftId,
    helpdesk: "sample",
    ticketId: "1001",
    kind: "inserted",
    sent: true,
    editDistance: 0.1,
    filledBlanks: 0,
    model: "test-model",
    pipelineVersion: "v-test"
  })
  expect(events.find(({ type }) => type === "review.saved")?.data).toEqual({
    caseId: told.outcomeId,
    version: 1,
    done: true,
    reasons: ["wrong-fact"]
  })
  for (const { headers, body } of receiver.came) {
    expect(body).not.toContain(SECRET_WORDS)
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`
    const key = Buffer.from(secret.replace("whsec_", ""), "base64")
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`)
    expect(Number(headers["webhook-timestamp"])).toBe(Math.floor(relay.time.now.getTime() / 1000))
  }
  expect(await deliver()).toBe(0)
  expect(await listed()).toMatchObject([{ waiting: 0, failed: 0, last: { result: "200" } }])
})

test("a delivery that isn't taken comes again under its id, later each time, and is given up after ten attempts", async () => {
  await added()
  await agent.post("/v1/outcomes", outcome())
  receiver.statuses = Array<number>(10).fill(500)
  await deliver()
  expect(await deliver()).toBe(0)
  for (const seconds of [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
    wait(seconds - 1)
    expect(await deliver()).toBe(0)
    wait(1)
    expect(await deliver()).toBe(1)
  }
  expect(new Set(receiver.came.map(({ headers }) => headers["webhook-id"])).size).toBe(1)
  expect(receiver.came).toHaveLength(10)
  await stillSignedIn(relay)
  expect(await listed()).toMatchObject([{ waiting: 0, failed: 1, last: { result: "500" } }])
  wait(8 * 86_400)
  await pruneDeliveries(relay.db, relay.time.now)
  await stillSignedIn(relay)
  expect(await listed()).toMatchObject([{ failed: 0, last: null }])
})

test("a receiver in a private network is not asked, and none is followed elsewhere", async () => {
  await added()
  await agent.post("/v1/outcomes", outcome())
  const guarded = createWebClient({ tries: 1 })
  await deliver(guarded)
  guarded.close()
  expect(receiver.came).toEqual([])
  expect(await listed()).toMatchObject([{ waiting: 1, last: { result: "source-refused" } }])
  wait(5)
  receiver.statuses = [302]
  await deliver()
  expect(receiver.came).toHaveLength(1)
  expect(await listed()).toMatchObject([{ waiting: 1, last: { result: "302" } }])
})

test("a receiver that answers 410 wants no more and is removed", async () => {
  const { id } = await added()
  for (const ticketId of ["1", "2"]) await agent.post("/v1/outcomes", outcome({ ticketId }))
  receiver.statuses = [410, 410]
  await deliver()
  expect(await listed()).toEqual([])
  const gone = await relay.db.selectFrom("audit").select("ids").where("action", "=", "webhook-gone").execute()
  expect(gone).toEqual([{ ids: [id] }])
})

test("two relays that look at once send each delivery once; what one that died had taken, another sends", async () => {
  await added()
  for (let n = 0; n < 6; n++) await agent.post("/v1/outcomes", outcome({ ticketId: String(n) }))
  const sent = await Promise.all([deliver(), deliver()])
  expect(sent[0] + sent[1]).toBe(6)
  expect(receiver.came).toHaveLength(6)

  await agent.post("/v1/outcomes", outcome())
  await relay.db
    .updateTable("webhook_deliveries")
    .set({ due_at: new Date(relay.time.now.getTime() + 120_000), attempts: 1 })
    .where("state", "=", "waiting")
    .execute()
  expect(await deliver()).toBe(0)
  wait(120)
  expect(await deliver()).toBe(1)
})

test("a running relay tells by itself", async () => {
  const other = await openRelay({ timing: { look: 0.02 } })
  try {
    const { id } = await addWebhook(other.db, "https://127.0.0.1/hook", other.time.now)
    await (await Client.paired(other)).post("/v1/outcomes", outcome())
    // It may not ask this machine, so that is what it notes.
    await expect
      .poll(async () => (await listWebhooks(other.db)).webhooks)
      .toMatchObject([{ id, waiting: 1, last: { result: "source-refused" } }])
  } finally {
    await other.close()
  }
})

test("of an erased ticket nothing is told any more", async () => {
  await added()
  await agent.post("/v1/outcomes", outcome({ ticketId: "erased-1" }))
  const erased = await admin.fetch(`/v1/tickets/sample/erased-1?site=${encodeURIComponent(SITE)}`, { method: "DELETE" })
  expect(erased.status).toBe(200)
  expect(await deliver()).toBe(0)
})

test("only an admin sets one, at an https address; the secret is told once, and all of it is in the audit", async () => {
  expect(await refusalOf(lead.post("/v1/admin/webhooks", { url: "https://example.com" }))).toMatchObject({
    status: 403
  })
  for (const url of ["http://example.com/hook", "https://me:pass@example.com", "example.com"])
    expect(await refusalOf(admin.post("/v1/admin/webhooks", { url }))).toMatchObject({
      status: 400,
      code: "bad-webhook",
      message: expect.stringContaining("begins with https://")
    })
  const { id, secret } = await added()
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(JSON.stringify(await listed())).not.toContain(secret)
  expect((await admin.fetch(`/v1/admin/webhooks/${id}`, { method: "DELETE" })).status).toBe(204)
  expect(await refusalOf(admin.fetch(`/v1/admin/webhooks/${id}`, { method: "DELETE" }))).toMatchObject({
    code: "no-webhook"
  })
  const audit = await relay.db.selectFrom("audit").select(["action", "ids"]).orderBy("id").execute()
  const actions = audit.filter(({ ids }) => ids.includes(id))
  expect(actions.map(({ action }) => action)).toEqual(["webhook-added", "webhook-removed"])
})

test("the newest deliveries are listed with their state, attempts, result and next attempt", async () => {
  const { id } = await added()
  for (let n = 0; n < 11; n++) {
    wait(1)
    await agent.post("/v1/outcomes", outcome({ messageId: `m${n}` }))
  }
  receiver.statuses = [500]
  await deliver()
  const [webhook] = await listed()
  expect(webhook).toMatchObject({ id, waiting: 1, failed: 0 })
  expect(webhook?.deliveries).toHaveLength(10)
  expect(
    webhook?.deliveries
      .map(({ createdAt }) => createdAt)
      .toSorted()
      .toReversed()
  ).toEqual(webhook?.deliveries.map(({ createdAt }) => createdAt))
  // They are sent side by side, so any of them may have got the 500.
  expect(webhook?.deliveries.find(({ state }) => state === "delivered")).toEqual({
    id: expect.stringMatching(/^msg_/),
    type: "outcome.stored",
    state: "delivered",
    createdAt: expect.any(String),
    attempts: 1,
    result: "200",
    triedAt: expect.any(String),
    next: null
  })
  wait(5)
  receiver.statuses = [501]
  await deliver()
  const [again] = await listed()
  const failing = await relay.db
    .selectFrom("webhook_deliveries")
    .select("attempts")
    .where("state", "=", "waiting")
    .execute()
  expect(failing).toEqual([{ attempts: 2 }])
  expect(again?.last?.result).toBe("501")
})

test("a test is sent at once, signed, and tells what the receiver answered; nothing of it is stored", async () => {
  const { id, secret } = await added()
  const now = relay.time.now
  const test = (answered: number) => {
    receiver.statuses = [answered]
    return sendTest({ web, now, signal: new AbortController().signal }, { url: receiver.url, secret })
  }
  expect(await test(204)).toEqual({ delivered: true, result: "204" })
  expect(await test(404)).toEqual({ delivered: false, result: "404" })
  for (const busy of [429, 502, 503, 504]) expect(await test(busy)).toEqual({ delivered: false, result: `${busy}` })
  const [first] = receiver.came
  expect(webhookEvent.parse(JSON.parse(first?.body ?? ""))).toEqual({
    type: "webhook.test",
    timestamp: now.toISOString(),
    data: {}
  })
  const signed = `${first?.headers["webhook-id"]}.${first?.headers["webhook-timestamp"]}.${first?.body}`
  const key = Buffer.from(secret.replace("whsec_", ""), "base64")
  expect(first?.headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`)
  expect((await listed())[0]).toMatchObject({ waiting: 0, last: null, deliveries: [] })

  // By the route an address within this network isn't asked, and that is the answer.
  const before = receiver.came.length
  const tested = await admin.fetch(`/v1/admin/webhooks/${id}/test`, { method: "POST" })
  expect(webhookTested.parse(await tested.json())).toEqual({ delivered: false, result: "source-refused" })
  expect(receiver.came).toHaveLength(before)
  expect(
    await refusalOf(admin.fetch(`/v1/admin/webhooks/${crypto.randomUUID()}/test`, { method: "POST" }))
  ).toMatchObject({ status: 404, code: "no-webhook" })
})
