import { expect, test } from "vitest"
import type { PageMessage } from "../../../src/protocol/routes/calls/page-call.ts"
import { soon } from "../../soon.ts"
import { KEY, openWorld, world, type World } from "../help/world.ts"

/** What the browser does when the organisation changes its policy. */
function setPolicy(all: Pick<World, "browser" | "worker">, set: unknown): void {
  all.browser.policy.set = set
  all.worker.fire("policy")
}
/** The page tells again which ticket it shows when it is asked to. */
function tellsAgain(all: Pick<World, "page" | "opened">): void {
  const { answer } = all.page
  all.page.answer = async (message) => {
    if ((message as { kind: string }).kind === "tell-again") void all.opened()
    return answer(message)
  }
}
const asked = (all: Pick<World, "relay" | "page">) => [...all.relay.seen.calls, ...all.page.asked]

test.each([
  ["an unknown name", { relayaddress: "https://relay.example.com" }, { unknown: ["relayaddress"] }],
  ["a name beside known ones", { lookups: true, newSetting: 1 }, { unknown: ["newSetting"] }],
  ["a value of another shape", { allowedSites: "https://help.example.com" }, {}],
  ["a relay to which nothing may be sent", { relayAddress: "http://relay.example.com" }, {}]
])(
  "%s in the policy locks, and forgets nothing: it goes on when the policy is corrected",
  async (_what, set, policy) => {
    const all = await openWorld()
    const { text } = await all.panel.draft("ready")
    await all.panel.until((state) => state.summary?.state === "ready")
    await soon(async () => expect(await (await all.store()).drafts.of(KEY)).toMatchObject([{ state: "ready" }]))
    const before = asked(all)
    setPolicy(all, set)
    const shown = await all.panel.until((state) => state.phase === "locked")
    expect(shown).toMatchObject({ locked: "policy", policy, person: { name: expect.any(String) } })
    expect(shown.policy).toEqual(policy)
    // Nothing that people or pages do is read or sent, in this worker or the next.
    for (const start of [() => undefined, () => all.revive()]) {
      start()
      await all.opened()
      await all.ask({ kind: "popup-report" })
      expect(await all.ask({ kind: "panel-take-selection", of: { tabId: 10 } })).toMatchObject({ code: "policy" })
      expect(await all.ask({ kind: "popup-status" })).toMatchObject({ status: { policy, person: shown.person } })
      expect((await all.panel.until((state) => state.phase === "locked")).locked).toBe("policy")
    }
    await all.ask({ kind: "panel-refresh" })
    expect(asked(all)).toEqual(before)
    tellsAgain(all)
    setPolicy(all, {})
    const { draft } = await all.panel.until((state) => state.draft?.state === "ready")
    expect(draft?.text).toBe(text)
    expect(all.relay.seen.drafts).toHaveLength(1)
  }
)

test("a ticket that was opened while the policy was broken has its draft once the policy is corrected", async () => {
  const all = await world()
  await all.pair()
  setPolicy(all, { relayaddress: "" })
  all.openTab(10)
  await all.opened()
  const panel = all.openPanel()
  await panel.until((state) => state.locked === "policy")
  tellsAgain(all)
  setPolicy(all, undefined)
  await panel.draft("ready")
})

test("a draft that the agent asked for when the policy broke is sent when it is corrected", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  // The policy breaks between the reading of the ticket and the request.
  const { answer } = all.page
  all.page.answer = async (message) => {
    const said = await answer(message)
    if ((message as { kind: string }).kind === "ticket-read") setPolicy(all, { relayaddress: "" })
    return said
  }
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.until((state) => state.locked === "policy")
  const states = async () => (await (await all.store()).drafts.of(KEY)).map(({ state }) => state)
  await soon(async () => expect(await states()).toContain("failed"))
  expect(all.relay.seen.drafts).toHaveLength(1)
  all.page.answer = answer
  tellsAgain(all)
  setPolicy(all, undefined)
  await soon(() => expect(all.relay.seen.drafts).toHaveLength(2))
  await all.panel.draft("ready")
})

test("a ticket that its page has left while the policy was broken isn't shown once the policy is corrected", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  setPolicy(all, { relayaddress: "" })
  await all.panel.until((state) => state.locked === "policy")
  await all.tell({ kind: "ticket-left" })
  setPolicy(all, undefined)
  const shown = await all.panel.until((state) => state.phase !== "locked")
  expect([shown.phase, shown.ticket]).toEqual(["empty", undefined])
})

test("the agent's last words are kept that come when the policy has just broken", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  setPolicy(all, { relayaddress: "" })
  await all.panel.until((state) => state.locked === "policy")
  expect(await all.ask({ kind: "panel-edit", key: KEY, draftId: id, text: "My own words" })).toMatchObject({ ok: true })
  expect(await all.ask({ kind: "panel-regenerate", key: KEY })).toMatchObject({ ok: false, code: "policy-broken" })
  tellsAgain(all)
  setPolicy(all, undefined)
  const { draft } = await all.panel.until((state) => state.draft?.edited === true)
  expect(draft?.text).toBe("My own words")
})

test("a lead's and an admin's pages send nothing either, and stay signed in", async () => {
  const all = await world()
  await all.pair()
  const address = all.relay.address
  expect(await all.ask({ kind: "popup-pair", address, code: all.relay.relay.lead.code })).toEqual({ ok: true })
  const lead = (message: PageMessage) => all.worker.send(message, { own: true })
  const before = [...all.relay.seen.calls]
  setPolicy(all, { relayaddress: "" })
  expect(await lead(TONE)).toMatchObject({ ok: false, code: "policy" })
  expect(all.relay.seen.calls).toEqual(before)
  expect(await lead({ kind: "page-status", as: "lead" })).toMatchObject({ value: { person: { role: "lead" } } })
  setPolicy(all, undefined)
  await lead(TONE)
  await soon(() => expect(all.relay.seen.calls.slice(before.length)).toContain("GET /v1/review/tone"))
})

const TONE: PageMessage = { kind: "relay-call", as: "lead", route: "GET /v1/review/tone" }
