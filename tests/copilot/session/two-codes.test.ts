import { expect, test } from "vitest"
import type { PageAnswer, PageMessage, PageStatus } from "../../../src/protocol/routes/calls/page-call.ts"
import { openWorld, world } from "../help/world.ts"

/** A team of one: an agent's code and a lead's in one browser. */
const code = (all: { relay: Awaited<ReturnType<typeof world>>["relay"] }, text: string, door?: "review") =>
  ({ kind: "popup-pair", address: all.relay.address, code: text, ...(door ? { door } : {}) }) as const
const lead = (all: Pick<Awaited<ReturnType<typeof world>>, "worker">, message: PageMessage) =>
  all.worker.send(message, { own: true }) as Promise<PageAnswer>
const statusOf = async (all: Pick<Awaited<ReturnType<typeof world>>, "worker">): Promise<PageStatus> => {
  const answer = await lead(all, { kind: "page-status", as: "lead" })
  if (!answer.ok) throw new Error(answer.code)
  return answer.value as PageStatus
}
const queue = { kind: "relay-call", as: "lead", route: "GET /v1/review/queue", query: {} } as const

test("a lead's code beside an agent's: the panel goes on as the agent, the review asks as the lead", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  expect(await statusOf(all)).toMatchObject({ panel: { name: "Tom" }, address: all.relay.address })
  expect(await lead(all, queue)).toMatchObject({ ok: false, code: "no-lead" })
  expect(await all.ask(code(all, "LEAD", "review"))).toEqual({ ok: true })
  expect(await statusOf(all)).toMatchObject({
    person: { name: "Anna", role: "lead" },
    panel: { name: "Tom", role: "agent" }
  })
  expect(await lead(all, queue)).toEqual({ ok: true, value: { cases: [], next: null, counts: { open: 0, done: 0 } } })
  const state = await all.panel.until((one) => one.review === true && one.draft?.state === "ready")
  expect(state).toMatchObject({ person: { name: "Tom" }, draft: { id } })
  expect(await all.ask({ kind: "popup-status" })).toMatchObject({
    status: { person: { name: "Tom" }, reviewer: { name: "Anna" } }
  })
  // The next worker knows both.
  all.revive()
  await all.opened()
  expect(await lead(all, queue)).toMatchObject({ ok: true })
  expect(await statusOf(all)).toMatchObject({ person: { name: "Anna" }, panel: { name: "Tom" } })
})

test("a lead alone uses panel and review; an agent who pairs later takes the panel and leaves the review", async () => {
  const all = await world()
  await all.ask(code(all, "LEAD"))
  expect(await statusOf(all)).toEqual({
    person: expect.objectContaining({ name: "Anna" }),
    address: all.relay.address
  })
  await all.ask(code(all, "ABCD"))
  expect(await statusOf(all)).toMatchObject({ person: { name: "Anna" }, panel: { name: "Tom" } })
  expect(await lead(all, queue)).toMatchObject({ ok: true })
})

test("an agent's code at the review's door is refused and of no more use, and nobody else is signed out", async () => {
  const all = await openWorld()
  all.relay.relay.code = "EFGH"
  expect(await all.ask(code(all, "EFGH", "review"))).toMatchObject({ ok: false, code: "not-lead" })
  expect(all.relay.seen.calls).toContain("POST /v1/sign-out")
  expect(await statusOf(all)).toMatchObject({ panel: { name: "Tom" } })
})

test("the relay ends the lead's sign-in: the review says so, the panel goes on", async () => {
  const all = await openWorld()
  await all.ask(code(all, "LEAD", "review"))
  all.relay.relay.lead.token = "lead-2"
  expect(await lead(all, queue)).toMatchObject({ ok: false, code: "signed-out" })
  expect(await statusOf(all)).toMatchObject({ revoked: true, panel: { name: "Tom" } })
  expect(JSON.stringify([...all.browser.kept.local])).not.toContain("lead-1")
  expect((await all.panel.draft("ready")).state).toBe("ready")
  await all.ask(code(all, "LEAD", "review"))
  expect(await lead(all, queue)).toMatchObject({ ok: true })
})

test("the lead signs out alone; a wipe ends both at the relay and leaves nothing", async () => {
  const all = await openWorld()
  await all.ask(code(all, "LEAD", "review"))
  await all.worker.send({ kind: "page-sign-out", as: "lead" }, { own: true })
  expect(await statusOf(all)).toEqual({ address: all.relay.address, panel: expect.objectContaining({ name: "Tom" }) })
  expect((await all.panel.until((one) => one.review === undefined)).person?.name).toBe("Tom")
  await all.ask(code(all, "LEAD", "review"))
  const before = all.relay.seen.calls.filter((call) => call === "POST /v1/sign-out").length
  await all.ask({ kind: "popup-wipe" })
  expect(all.browser.kept.local.size).toBe(0)
  await expect.poll(() => all.relay.seen.calls.filter((call) => call === "POST /v1/sign-out").length).toBe(before + 2)
  expect(await statusOf(all)).not.toHaveProperty("person")
})

test("a message that is none of the lead's is not answered", async () => {
  const all = await world()
  expect(await all.worker.send({ ...queue, as: "anyone" }, { own: true })).toBeUndefined()
  expect(await all.worker.send({ kind: "page-status", as: "lead" }, { own: false })).toBeUndefined()
  expect(await all.worker.send(queue, { own: false })).toBeUndefined()
})
