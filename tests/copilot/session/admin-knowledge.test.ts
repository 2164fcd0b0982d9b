import { expect, test } from "vitest"
import type { PageAnswer, PageMessage, RelayCall } from "../../../src/protocol/routes/calls/page-call.ts"
import { world } from "../help/world.ts"

/** What an admin asks about the knowledge, as it reaches the relay. */
async function asAdmin() {
  const all = await world()
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: "ABCD" })
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: "ADMIN", door: "admin" })
  const ask = (message: PageMessage) => all.worker.send(message, { own: true }) as Promise<PageAnswer | undefined>
  const call = (route: string, parts: Pick<RelayCall, "path" | "body"> = {}) =>
    ask({ kind: "relay-call", as: "admin", route, ...parts })
  const sent = () => all.relay.seen.knowledge.splice(0)
  return { all, ask, call, sent }
}

test("each call is one request of the API, names of sources whole", async () => {
  const { call, sent } = await asAdmin()
  const collection = "file a/b ü.md"
  const source = "/v1/admin/knowledge/sources/file%20a%2Fb%20%C3%BC.md"
  expect(await call("GET /v1/admin/knowledge")).toEqual({ ok: true, value: { sources: [] } })
  await call("POST /v1/admin/knowledge/imports", {
    body: { source: "zendesk:acme", internal: true, options: { tickets: true, days: "90" } }
  })
  await call("POST /v1/admin/knowledge/imports", { body: { collection, again: true } })
  await call("POST /v1/admin/knowledge/imports/:id/cancel", { path: { id: "i/1" } })
  await call("PUT /v1/admin/knowledge/sources/:collection/schedule", {
    path: { collection },
    body: { every: "day", at: "03:00", zone: "Europe/Berlin" }
  })
  expect(await call("POST /v1/admin/knowledge/sources/:collection/hook", { path: { collection }, body: {} })).toEqual({
    ok: true,
    value: { path: "/v1/hooks/knowledge/x", secret: "told-once" }
  })
  await call("DELETE /v1/admin/knowledge/sources/:collection/hook", { path: { collection } })
  expect(await call("DELETE /v1/admin/knowledge/sources/:collection", { path: { collection } })).toEqual({
    ok: true,
    value: { documents: 3 }
  })
  expect(sent()).toEqual([
    "GET /v1/admin/knowledge ",
    'POST /v1/admin/knowledge/imports {"source":"zendesk:acme","internal":true,"options":{"tickets":true,"days":"90"}}',
    `POST /v1/admin/knowledge/imports {"collection":"${collection}","again":true}`,
    "POST /v1/admin/knowledge/imports/i%2F1/cancel ",
    `PUT ${source}/schedule {"every":"day","at":"03:00","zone":"Europe/Berlin"}`,
    `POST ${source}/hook {}`,
    `DELETE ${source}/hook `,
    `DELETE ${source} `
  ])
})

test("what the relay refuses comes with its own sentence; a secret that is too short is refused in the relay's words", async () => {
  const { all, call, sent } = await asAdmin()
  all.relay.relay.broken = { status: 409, code: "import-running" }
  expect(await call("DELETE /v1/admin/knowledge/sources/:collection", { path: { collection: "x" } })).toEqual({
    ok: false,
    code: "import-running",
    message: "It says import-running."
  })
  all.relay.relay.broken = { status: 404, code: "no-source" }
  const hook = (secret: string) =>
    call("POST /v1/admin/knowledge/sources/:collection/hook", { path: { collection: "x" }, body: { secret } })
  expect(await hook("long enough to be one")).toEqual({ ok: false, code: "no-source", message: "It says no-source." })
  sent()
  expect(await hook("short")).toEqual({ ok: false, code: "bad-request", message: "secret: less than 16." })
  expect(sent()).toEqual([])
})

test("where a file goes is told to the extension's own pages, and only while an admin is signed in", async () => {
  const { all, ask } = await asAdmin()
  const door = { kind: "upload-target" } as const
  expect(await ask(door)).toEqual({ ok: true, value: { address: all.relay.address, token: "admin-1" } })
  expect(await all.worker.send(door, { own: false })).toBeUndefined()
  await ask({ kind: "page-sign-out", as: "admin" })
  expect(await ask(door)).toMatchObject({ ok: false, code: "no-admin" })
})
