import { expect, test } from "vitest"
import { KEY, openWorld } from "../help/world.ts"

async function drafted() {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready", "a summary")
  return {
    ...all,
    about: () => all.panel.states.at(-1)?.summary?.about,
    correct: (intent: string | null) => all.ask({ kind: "panel-intent", key: KEY, intent })
  }
}

test("what the ticket is about is shown, with the customer's own words restored", async () => {
  const all = await drafted()
  expect(all.about()).toEqual({
    intent: { name: "delivery", because: ["parcel"] },
    urgent: { because: "soon, says Anna Bergmann" },
    choices: ["delivery", "refund"]
  })
})

test("a correction leaves masked, is listed with all that left, and is shown from then on", async () => {
  const all = await drafted()
  expect(await all.correct("refund")).toEqual({ ok: true })
  const [sent] = all.relay.seen.lookups.filter(({ path }) => path === "/v1/intents/corrections")
  expect(JSON.parse(sent?.body ?? "")).toMatchObject({ intent: "refund", ticket: { requester: "[PERSON_1]" } })
  expect(sent?.body).not.toContain("Bergmann")
  const shown = await all.panel.until((state) => state.summary?.about?.intent?.name === "refund", "the correction")
  expect(shown.summary?.about?.intent?.because).toEqual([])
  const saw = await all.ask({ kind: "panel-inspect", key: KEY })
  expect(saw.ok && saw.saw?.requests.map(({ path }) => path)).toContain("/v1/intents/corrections")
  expect(await all.correct(null)).toEqual({ ok: true })
  await all.panel.until((state) => !state.summary?.about?.intent, "no intent")
  expect(all.about()).toEqual({ urgent: { because: "soon, says Anna Bergmann" }, choices: ["delivery", "refund"] })
})

test("a correction that the relay refuses changes nothing", async () => {
  const all = await drafted()
  all.relay.relay.broken = { status: 409, code: "intent-gone" }
  expect(await all.correct("gone")).toMatchObject({ ok: false, code: "intent-gone" })
  expect(all.about()?.intent?.name).toBe("delivery")
})
