import { expect, test } from "vitest"
import type { PageAnswer, PageMessage, PageStatus } from "../../../src/protocol/routes/calls/page-call.ts"
import { openWorld, world } from "../help/world.ts"

/** An admin's code beside an agent's and a lead's in one browser. */
type All = Pick<Awaited<ReturnType<typeof world>>, "worker" | "relay">
const code = (all: All, text: string, door?: "review" | "admin") =>
  ({ kind: "popup-pair", address: all.relay.address, code: text, ...(door ? { door } : {}) }) as const
const ask = (all: All, message: PageMessage) => all.worker.send(message, { own: true }) as Promise<PageAnswer>
const statusOf = async (all: All) => {
  const answer = await ask(all, { kind: "page-status", as: "admin" })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value as PageStatus
}
const people = { kind: "relay-call", as: "admin", route: "GET /v1/admin/people" } as const
const queue = { kind: "relay-call", as: "lead", route: "GET /v1/review/queue", query: {} } as const

test("an admin's code beside an agent's and a lead's: each page goes by its own, also after the worker's death", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  expect(await ask(all, people)).toMatchObject({ ok: false, code: "no-admin" })
  await all.ask(code(all, "LEAD", "review"))
  expect(await ask(all, people)).toMatchObject({ ok: false, code: "no-admin" })
  expect(await all.ask(code(all, "LEAD", "admin"))).toMatchObject({ ok: false, code: "not-admin" })
  expect(await all.ask(code(all, "ADMIN", "admin"))).toEqual({ ok: true })
  expect(await ask(all, people)).toEqual({ ok: true, value: { people: [], codes: [] } })
  expect(await all.panel.until((one) => one.admin === true && one.draft?.state === "ready")).toMatchObject({
    person: { name: "Tom" },
    review: true,
    draft: { id }
  })
  expect(await all.ask({ kind: "popup-status" })).toMatchObject({
    status: { person: { name: "Tom" }, reviewer: { name: "Anna" }, admin: { name: "Ada" } }
  })
  all.revive()
  await all.opened()
  expect(await statusOf(all)).toMatchObject({ person: { name: "Ada" }, panel: { name: "Tom" } })
  expect(await ask(all, people)).toMatchObject({ ok: true })
  expect(await all.worker.send(queue, { own: true })).toMatchObject({ ok: true })
})

test("an admin alone uses the panel too, reviews, and steps aside for a lead and an agent who pair later", async () => {
  const all = await world()
  await all.ask(code(all, "ADMIN"))
  expect(await statusOf(all)).toEqual({ person: expect.objectContaining({ name: "Ada" }), address: all.relay.address })
  await all.ask(code(all, "LEAD"))
  await all.ask(code(all, "ABCD"))
  expect(await all.ask({ kind: "popup-status" })).toMatchObject({
    status: { person: { name: "Tom" }, reviewer: { name: "Anna" }, admin: { name: "Ada" } }
  })
})

test("a lead in the panel stays there when an admin's code is typed on the admin page", async () => {
  const all = await world()
  await all.ask(code(all, "LEAD"))
  await all.ask(code(all, "ADMIN", "admin"))
  expect(await statusOf(all)).toMatchObject({ person: { name: "Ada" }, panel: { name: "Anna" } })
})

test("the relay ends the admin's sign-in: the page says so, nothing of the token stays, panel and review go on", async () => {
  const all = await openWorld()
  await all.ask(code(all, "LEAD", "review"))
  await all.ask(code(all, "ADMIN", "admin"))
  all.relay.relay.admin.token = "admin-2"
  expect(await ask(all, people)).toMatchObject({ ok: false, code: "signed-out" })
  expect(await statusOf(all)).toMatchObject({ revoked: true, panel: { name: "Tom" } })
  expect(JSON.stringify([...all.browser.kept.local])).not.toContain("admin-1")
  expect(await all.worker.send(queue, { own: true })).toMatchObject({ ok: true })
  expect((await all.panel.draft("ready")).state).toBe("ready")
})

test("the admin signs out alone; a wipe ends all three at the relay", async () => {
  const all = await openWorld()
  const ends = () => all.relay.seen.calls.filter((call) => call === "POST /v1/sign-out").length
  await all.ask(code(all, "LEAD", "review"))
  await all.ask(code(all, "ADMIN", "admin"))
  await ask(all, { kind: "page-sign-out", as: "admin" })
  expect(ends()).toBe(1)
  expect(await statusOf(all)).toEqual({ address: all.relay.address, panel: expect.objectContaining({ name: "Tom" }) })
  await all.ask(code(all, "ADMIN", "admin"))
  await all.ask({ kind: "popup-wipe" })
  expect(all.browser.kept.local.size).toBe(0)
  await expect.poll(ends).toBe(4)
})

test("nobody but the extension's own pages is answered, and nothing malformed", async () => {
  const all = await openWorld()
  await all.ask(code(all, "ADMIN", "admin"))
  expect(await all.worker.send(people, { own: false })).toBeUndefined()
  expect(await all.worker.send({ ...people, as: "boss" }, { own: true })).toBeUndefined()
})

test("an agent's page gets no answer of an admin's route, although an admin is signed in", async () => {
  const all = await openWorld()
  await all.ask(code(all, "ADMIN", "admin"))
  const asked = all.relay.seen.calls.length
  expect(await all.worker.send({ ...people, as: "agent" }, { own: true })).toMatchObject({
    ok: false,
    code: "bad-request"
  })
  expect(all.relay.seen.calls).toHaveLength(asked)
})
