import { expect, test } from "vitest"
import type { AdminAnswer, AdminCommand } from "../../../src/protocol/admin.ts"
import { world } from "../help/world.ts"

/** What an admin asks about the knowledge, as it reaches the relay. */
async function asAdmin() {
  const all = await world()
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: "ABCD" })
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: "ADMIN", door: "admin" })
  const ask = (command: AdminCommand | object) =>
    all.worker.send(command, { own: true }) as Promise<AdminAnswer | undefined>
  const sent = () => all.relay.seen.knowledge.splice(0)
  return { all, ask, sent }
}

test("each command is one request of the API, names of sources whole", async () => {
  const { all, ask, sent } = await asAdmin()
  const collection = "file a/b ü.md"
  const source = "/v1/admin/knowledge/sources/file%20a%2Fb%20%C3%BC.md"
  expect(await ask({ kind: "admin-knowledge" })).toEqual({ ok: true, value: { sources: [] } })
  await ask({
    kind: "admin-import",
    request: { source: "zendesk:acme", internal: true, options: { tickets: true, days: "90" } }
  })
  await ask({ kind: "admin-import", request: { collection, again: true } })
  await ask({ kind: "admin-import-cancel", id: "i/1" })
  await ask({ kind: "admin-schedule", collection, schedule: { every: "day", at: "03:00", zone: "Europe/Berlin" } })
  expect(await ask({ kind: "admin-hook", collection, request: {} })).toEqual({
    ok: true,
    value: { address: `${all.relay.address}/v1/hooks/knowledge/x`, secret: "told-once" }
  })
  await ask({ kind: "admin-hook-remove", collection })
  expect(await ask({ kind: "admin-source-remove", collection })).toEqual({ ok: true, value: { documents: 3 } })
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

test("what the relay refuses comes with its own sentence; a secret that is too short is the relay's to refuse", async () => {
  const { all, ask } = await asAdmin()
  all.relay.relay.broken = { status: 409, code: "import-running" }
  expect(await ask({ kind: "admin-source-remove", collection: "x" })).toEqual({
    ok: false,
    code: "import-running",
    message: "It says import-running."
  })
  all.relay.relay.broken = { status: 404, code: "no-source" }
  expect(await ask({ kind: "admin-hook", collection: "x", request: { secret: "short" } })).toEqual({
    ok: false,
    code: "no-source",
    message: "It says no-source."
  })
})

test("where a file goes is told to the extension's own pages, and only while an admin is signed in", async () => {
  const { all, ask } = await asAdmin()
  const door = { kind: "admin-upload-target" }
  expect(await ask(door)).toEqual({ ok: true, value: { address: all.relay.address, token: "admin-1" } })
  expect(await all.worker.send(door, { own: false })).toBeUndefined()
  await ask({ kind: "admin-sign-out" })
  expect(await ask(door)).toMatchObject({ ok: false, code: "no-admin" })
})
