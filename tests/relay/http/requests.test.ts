import { randomUUID } from "node:crypto"
import { connect } from "node:net"
import { sql } from "kysely"
import { afterAll, beforeAll, expect, test } from "vitest"
import { API_VERSION, apiError, health, HEARTBEAT_SECONDS } from "../../../src/protocol/relay.ts"
import { createLog } from "../../../src/runtime/log.ts"
import { Client, draftRequest, outcome, refusalOf, SECRET_WORDS } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"

let relay: TestRelay
let tom: Client
const lines: string[] = []
beforeAll(async () => {
  relay = await openRelay({ log: createLog((line) => lines.push(line)) })
  tom = await Client.paired(relay)
})
afterAll(() => relay?.close())

test("health answers anybody", async () => {
  const answer = await new Client(relay.url).fetch("/v1/health")
  expect(health.parse(await answer.json())).toMatchObject({
    name: "replywright",
    api: API_VERSION,
    ok: true,
    database: "ok",
    model: "test-model",
    documents: 0
  })
})

test("the description names every route and its schemas", async () => {
  const description = (await (await tom.fetch("/v1/openapi.json")).json()) as {
    openapi: string
    paths: Record<string, unknown>
  }
  expect(description.openapi).toBe("3.1.0")
  expect(Object.keys(description.paths)).toEqual([
    "/v1/health",
    "/v1/ready",
    "/v1/openapi.json",
    "/v1/pair",
    "/v1/token/renew",
    "/v1/me",
    "/v1/sign-out",
    "/v1/sign-in",
    "/v1/sign-in/begin",
    "/v1/sign-in/finish",
    "/v1/sign-in/logout",
    "/v1/scim/ServiceProviderConfig",
    "/v1/scim/ResourceTypes",
    "/v1/scim/ResourceTypes/{name}",
    "/v1/scim/Schemas",
    "/v1/scim/Schemas/{name}",
    "/v1/scim/Users",
    "/v1/scim/Users/{id}",
    "/v1/scim/Groups",
    "/v1/scim/Groups/{id}",
    "/v1/drafts",
    "/v1/drafts/{id}/upstream",
    "/v1/summaries",
    "/v1/budget",
    "/v1/outcomes",
    "/v1/knowledge/search",
    "/v1/knowledge/ask",
    "/v1/replies/check",
    "/v1/rewrite",
    "/v1/tone",
    "/v1/knowledge/replies",
    "/v1/knowledge/feedback",
    "/v1/review/queue",
    "/v1/review/choices",
    "/v1/review/samples",
    "/v1/review/cases/{id}",
    "/v1/review/scorecards",
    "/v1/review/causes",
    "/v1/review/figures",
    "/v1/review/versions",
    "/v1/review/recommendations",
    "/v1/review/export",
    "/v1/review/cases/{id}/assignment",
    "/v1/review/cases/{id}/disputes",
    "/v1/review/disputes",
    "/v1/own/reviews",
    "/v1/own/reviews/{id}/disputes",
    "/v1/admin/people",
    "/v1/admin/codes",
    "/v1/admin/codes/batch",
    "/v1/admin/codes/{id}",
    "/v1/admin/people/{id}/sign-out",
    "/v1/admin/people/{id}",
    "/v1/admin/browsers/{id}",
    "/v1/admin/models",
    "/v1/admin/models/{name}/test",
    "/v1/admin/settings",
    "/v1/audit",
    "/v1/audit/export",
    "/v1/admin/status",
    "/v1/admin/usage",
    "/v1/admin/knowledge",
    "/v1/admin/knowledge/imports",
    "/v1/admin/knowledge/imports/{id}/cancel",
    "/v1/admin/knowledge/files",
    "/v1/admin/knowledge/sources/{collection}/schedule",
    "/v1/admin/knowledge/sources/{collection}/hook",
    "/v1/admin/knowledge/sources/{collection}",
    "/v1/hooks/knowledge/{collection}",
    "/v1/knowledge/report",
    "/v1/knowledge/findings/{id}",
    "/v1/knowledge/past-tickets",
    "/v1/knowledge/past-tickets/confirm",
    "/v1/masking-rules",
    "/v1/masking-rules/words",
    "/v1/masking-rules/versions",
    "/v1/masking-rules/undo",
    "/v1/tickets/{helpdesk}/{ticketId}",
    "/v1/admin/requesters",
    "/v1/admin/requesters/{requester}",
    "/v1/admin/requesters/{requester}/export",
    "/v1/admin/playbooks",
    "/v1/admin/playbooks/{name}",
    "/v1/lookups",
    "/v1/lookups/{name}/ask",
    "/v1/admin/lookups",
    "/v1/admin/lookups/{name}",
    "/v1/off-switches",
    "/v1/admin/off-switches",
    "/v1/admin/off-switches/{id}",
    "/v1/admin/voices",
    "/v1/admin/voices/proposals",
    "/v1/admin/voices/{name}",
    "/v1/admin/voices/preview",
    "/v1/tone/decisions",
    "/v1/review/tone",
    "/v1/page-fits",
    "/v1/page-recipes",
    "/v1/admin/page-recipes",
    "/v1/admin/page-recipes/decide",
    "/v1/admin/page-recipes/take-back",
    "/v1/corrections",
    "/v1/intents",
    "/v1/intents/corrections",
    "/v1/memories",
    "/v1/memories/{id}",
    "/v1/admin/webhooks",
    "/v1/admin/webhooks/{id}/test",
    "/v1/admin/webhooks/{id}"
  ])
  expect(JSON.stringify(description.paths["/v1/drafts"])).toContain('"draftId"')
})

test("a wrong field is named, its value is not repeated", async () => {
  const { ticket } = draftRequest()
  const bad = {
    ...draftRequest(),
    ticket: { ...ticket, messages: [{ ...ticket.messages[0], role: `${SECRET_WORDS} role` }] }
  }
  const refused = await refusalOf(tom.post("/v1/drafts", bad))
  expect(refused).toMatchObject({ status: 400, code: "bad-request" })
  expect(refused.message).toContain("ticket.messages[0].role")
  expect(refused.message).not.toContain(SECRET_WORDS)
  expect((await refusalOf(tom.post("/v1/outcomes", { ...outcome(), editDistance: 3 }))).message).toContain(
    "editDistance"
  )
  expect((await refusalOf(tom.post("/v1/drafts", { ...draftRequest(), draftId: "1" }))).message).toContain("draftId")
})

test("what is no JSON, nothing at all, or at no address", async () => {
  const json = { method: "POST", headers: { "content-type": "application/json" } }
  const broken = await refusalOf(tom.fetch("/v1/drafts", { ...json, body: `{"ticket": "${SECRET_WORDS}` }))
  expect(broken).toMatchObject({ status: 400, code: "bad-request", message: "The request is not JSON." })
  expect(await refusalOf(tom.fetch("/v1/drafts", json))).toMatchObject({ status: 400 })
  const missing = await tom.fetch("/v1/nothing")
  expect(missing.status).toBe(404)
  expect(apiError.parse(await missing.json()).error.requestId).toBe(missing.headers.get("x-request-id"))
})

test("a body above 2 MB is refused in words, told beforehand or not", async () => {
  const big = draftRequest({ previous: "x".repeat(2_100_000) })
  expect(await refusalOf(tom.post("/v1/drafts", big))).toMatchObject({ status: 413, code: "too-big" })
  const body = new Blob([JSON.stringify(big)]).stream()
  const untold = tom.fetch("/v1/drafts", {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": "application/json" }
  } as RequestInit & { headers: Record<string, string> })
  expect(await refusalOf(untold)).toMatchObject({ status: 413, code: "too-big" })
  expect((await tom.fetch("/v1/me")).status).toBe(200)
})

test("a request that is not even HTTP, or breaks off, harms nobody", async () => {
  const port = Number(new URL(relay.url).port)
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.end("GET // HTTP/9\r\n\r\n"))
      .on("close", () => resolve())
      .on("error", () => resolve())
      .resume()
  })
  await new Promise<void>((resolve) => {
    const head = `POST /v1/outcomes HTTP/1.1\r\nhost: localhost\r\nauthorization: Bearer ${tom.token}\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"half":`
    const socket = connect(port, "127.0.0.1", () => socket.write(head, () => socket.destroy())).on("close", () =>
      resolve()
    )
  })
  expect((await tom.fetch("/v1/me")).status).toBe(200)
})

/** The database refuses the next writes to a table with this SQLSTATE. */
async function failing(table: string, state: string, work: () => Promise<void>): Promise<void> {
  await sql
    .raw(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception '${SECRET_WORDS}' using errcode = '${state}'; end $$`
    )
    .execute(relay.db)
  await sql.raw(`create trigger fail before insert on ${table} execute function fail()`).execute(relay.db)
  try {
    await work()
  } finally {
    await sql.raw("drop function fail() cascade").execute(relay.db)
  }
}

test("a full disk is told as such, for an outcome and for a draft", async () => {
  const told = outcome()
  await failing("outcomes", "53100", async () => {
    expect(await refusalOf(tom.post("/v1/outcomes", told))).toMatchObject({
      status: 507,
      code: "disk-full",
      retryable: false
    })
  })
  expect(await (await tom.post("/v1/outcomes", told)).json()).toEqual({ outcomeId: told.outcomeId, stored: true })
  await failing("draft_events", "53100", async () => {
    expect((await tom.draft(draftRequest())).at(-1)).toMatchObject({ type: "draft-error", code: "disk-full" })
  })
  await failing("drafts", "53100", async () => {
    expect(await refusalOf(tom.post("/v1/drafts", draftRequest()))).toMatchObject({ status: 507, code: "disk-full" })
  })
})

test("a database that is away is told as such, and a fault of ours too", async () => {
  await failing("outcomes", "57P03", async () => {
    expect(await refusalOf(tom.post("/v1/outcomes", outcome()))).toMatchObject({
      status: 503,
      code: "database-down",
      retryable: true
    })
  })
  await failing("outcomes", "22012", async () => {
    expect(await refusalOf(tom.post("/v1/outcomes", outcome()))).toMatchObject({ status: 500, code: "internal" })
  })
  expect(await refusalOf(tom.post("/v1/outcomes", outcome({ ticketId: "zero \u0000" })))).toMatchObject({ status: 400 })
})

test("drafts and outcomes go after their days; what is younger stays", async () => {
  const [old, young] = [draftRequest(), draftRequest()]
  await tom.draft(old)
  await tom.post("/v1/outcomes", outcome())
  relay.time.now = new Date(relay.time.now.getTime() + 91 * 86_400_000)
  const anew = await Client.paired(relay)
  await anew.draft(young)
  const { relay: second } = await relay.again()
  const left = await relay.db.selectFrom("drafts").select("id").execute()
  const events = await relay.db.selectFrom("draft_events").select("draft").distinct().execute()
  expect([left, events]).toEqual([[{ id: young.draftId }], [{ draft: young.draftId }]])
  expect(await relay.db.selectFrom("outcomes").select("id").execute()).toEqual([])
  await second.close()
})

test("a draft that a killed relay left unfinished is written anew when it is asked for again", async () => {
  const anew = await Client.paired(relay)
  const request = draftRequest({ draftId: randomUUID() })
  const whole = await anew.draft(request)
  await relay.db
    .updateTable("drafts")
    .set({ state: "writing", relay: randomUUID() })
    .where("id", "=", request.draftId)
    .execute()
  await relay.db
    .deleteFrom("draft_events")
    .where("draft", "=", request.draftId)
    .where("event", "like", "%draft-end%")
    .execute()
  expect(await anew.draft(request)).toEqual(whole)
  expect(await relay.db.selectFrom("drafts").select("state").where("id", "=", request.draftId).execute()).toEqual([
    { state: "done" }
  ])
})

test("heartbeats come before a worker's silent fetch dies", () => expect(HEARTBEAT_SECONDS).toBeLessThan(30))

test("the log of all this holds no word of a ticket", () => {
  expect(lines.some((line) => line.includes("disk-full"))).toBe(true)
  expect(lines.join("")).not.toContain(SECRET_WORDS)
})

test.each([
  ["commas within a text", { query: '\\"", '.repeat(3_500) }, 200],
  ["31,000 short values", { query: "parcel", more: Array<number>(31_000).fill(1) }, 413],
  ["31,000 values behind a text with quotes", { query: 'a "parcel" \\', more: Array<string>(31_000).fill("") }, 413]
])("too many values are refused before they are read, and nothing else is: %s", async (_what, body, status) => {
  const tim = await Client.paired(relay)
  // More bytes than the fewest that so many values take.
  const answer = await tim.post("/v1/knowledge/search", { ...body, padding: ",".repeat(60_000) })
  expect([answer.status, (await answer.text()).includes("more than 30000 values")]).toEqual([status, status === 413])
})
