import { expect, test, vi } from "vitest"
import { API_VERSION } from "../../../src/protocol/relay.ts"
import { soon } from "../../soon.ts"
import { KEY, openWorld, ORIGIN, world, type World } from "../help/world.ts"

const RT = "https://rt.example.org"

test("unpaired says so; pairing opens the ticket in front without a reload", async () => {
  const all = await world()
  all.openTab(10)
  const panel = all.openPanel()
  await all.opened()
  await panel.until((state) => state.phase === "unpaired")
  expect(all.page.asked).toEqual([])
  expect(await all.pair()).toEqual({ ok: true })
  await panel.draft("ready")
  expect(panel.states.at(-1)?.person?.name).toBe("Tom")
})

test.each([
  ["a wrong code", { address: "", code: "NOPE" }, "wrong-code", "It says wrong-code."],
  [
    "no relay there",
    { address: "http://127.0.0.1:9", code: "ABCD" },
    "relay-unreachable",
    "No relay answers at this address. Start it, or check the address."
  ],
  [
    "no address",
    { address: "::", code: "ABCD" },
    "bad-address",
    "This is not the address of a relay. It looks like http://127.0.0.1:8787."
  ]
])(
  "pairing with %s is told in a sentence, and nothing is kept",
  async (_what, { address, code }, expected, message) => {
    const all = await world()
    const answer = await all.ask({ kind: "popup-pair", address: address || all.relay.address, code })
    expect(answer).toEqual({ ok: false, code: expected, message })
    expect(all.browser.kept.session.has("key")).toBe(false)
    expect(all.browser.kept.local.has("pairing")).toBe(false)
  }
)

test("a relay of another version is told when pairing, and later in the panel", async () => {
  const all = await world()
  all.relay.relay.api = API_VERSION + 1
  expect(await all.pair()).toMatchObject({ ok: false, code: "other-version" })
  all.relay.relay.api = API_VERSION
  await all.pair()
  all.openTab(10)
  all.relay.relay.api = API_VERSION + 1
  const panel = all.openPanel()
  await all.opened()
  await panel.notice("relay-other-version")
  await panel.until((state) => state.relay.state === "other-version")
})

test("after a restart of the browser it unlocks by itself where the relay can be reached", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  all.browser.kept.session.clear()
  all.panel.states.length = 0
  all.revive()
  await all.opened()
  expect(await all.panel.draft("ready")).toMatchObject({ id })
  expect(all.browser.kept.session.has("key")).toBe(true)
})

test("without the relay it is locked and says why; it opens when the relay is back, without a click", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  await all.relay.down()
  all.browser.kept.session.clear()
  all.revive()
  await all.opened()
  await all.panel.until((state) => state.phase === "locked" && state.locked === "relay-unreachable")
  await all.relay.up()
  expect(await all.panel.draft("ready")).toMatchObject({ id })
})

test("a revoked token locks, forgets the key, and asks to pair; pairing again brings the drafts back", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  all.relay.relay.token = "token-2"
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await all.panel.until((state) => state.phase === "locked" && state.locked === "revoked")
  expect(all.browser.kept.session.has("key")).toBe(false)
  expect(JSON.stringify([...all.browser.kept.local])).not.toContain("token-1")
  all.revive()
  await all.opened()
  await all.panel.until((state) => state.phase === "locked" && state.locked === "revoked")
  await all.pair()
  const back = await all.panel.draft("ready")
  expect(back.formers?.map((former) => former.id)).toEqual([id])
})

test("signing out keeps the ciphertext and nothing that opens it", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  await all.ask({ kind: "popup-sign-out" })
  await all.panel.until((state) => state.phase === "unpaired")
  expect(all.browser.kept.session.has("key")).toBe(false)
  expect(JSON.stringify([...all.browser.kept.local])).not.toContain("token")
  expect(await (await all.store()).drafts.get(id)).toBeDefined()
  expect(all.relay.seen.calls).toContain("POST /v1/sign-out")
  await all.pair()
  expect(await all.panel.draft("ready")).toMatchObject({ id })
})

test("wipe clears everything", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  all.browser.granted.add("http://desk.example")
  await all.ask({ kind: "popup-site", origin: "http://desk.example", on: true })
  await all.ask({ kind: "popup-wipe" })
  await all.panel.until((state) => state.phase === "unpaired")
  expect(await (await all.store()).drafts.get(id)).toBeUndefined()
  expect(all.browser.kept.local.size).toBe(0)
  expect(all.browser.kept.session.size).toBe(0)
  expect(all.browser.registered.size).toBe(0)
  // The token is of no use to whoever finds a copy of it.
  await expect.poll(() => all.relay.seen.calls).toContain("POST /v1/sign-out")
})

test("what can't be wiped is said, and doesn't keep the rest", async () => {
  const all = await openWorld()
  const { id } = await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  all.browser.granted.add("http://desk.example")
  await all.ask({ kind: "popup-site", origin: "http://desk.example", on: true })
  const deleteDatabase = vi.spyOn(all.factory.indexedDB, "deleteDatabase").mockImplementation(() => {
    throw new Error("the disk can't be written")
  })
  const unregister = vi.spyOn(all.browser.registered, "delete").mockImplementation(() => {
    throw new Error("the browser refuses")
  })
  expect(await all.ask({ kind: "popup-wipe" })).toEqual({
    ok: false,
    code: "not-wiped",
    data: { sites: 1, drafts: 1 }
  })
  expect(all.browser.kept.local.size).toBe(0)
  expect(await (await all.store()).drafts.get(id)).toBeDefined()
  deleteDatabase.mockRestore()
  unregister.mockRestore()
  expect(await all.ask({ kind: "popup-wipe" })).toEqual({ ok: true })
  expect(await (await all.store()).drafts.get(id)).toBeUndefined()
  expect(all.browser.registered.size).toBe(0)
})

test("a relay's address that was typed is there until it is paired with, after a new start of the worker, too", async () => {
  const all = await world()
  const typed = async () => {
    const answer = await all.ask({ kind: "popup-status" })
    return answer.ok ? answer.status?.typed : answer.code
  }
  expect(await typed()).toBeUndefined()
  await all.ask({ kind: "popup-address", address: "relay.exam" })
  all.revive()
  expect(await typed()).toBe("relay.exam")
  expect(JSON.stringify([...all.browser.kept.local])).not.toContain("relay.exam")
  await all.pair()
  expect(await typed()).toBeUndefined()
})

test("a site is switched on only with its permission, and its open pages need no reload", async () => {
  const all = await world()
  const origin = "https://rt.example.org"
  expect(await all.ask({ kind: "popup-site", origin, on: true })).toEqual({ ok: false, code: "no-permission" })
  expect(all.browser.registered.size).toBe(0)
  all.browser.granted.add(origin)
  expect(await all.ask({ kind: "popup-site", origin, on: true })).toEqual({ ok: true })
  expect(await all.ask({ kind: "popup-site", origin, on: true })).toEqual({ ok: true })
  expect([...all.browser.registered]).toEqual([origin])
  expect(all.browser.injected).toEqual([origin])
  expect(await all.ask({ kind: "popup-site", origin, on: false })).toEqual({ ok: true })
  expect(all.browser.registered.size).toBe(0)
  expect(await all.ask({ kind: "popup-site", origin: "chrome://settings", on: true })).toEqual({
    ok: false,
    code: "no-site"
  })
})

test("a site taken away in the browser's settings is forgotten here", async () => {
  const all = await world()
  all.browser.granted.add("https://rt.example.org")
  await all.ask({ kind: "popup-site", origin: "https://rt.example.org", on: true })
  all.worker.fire("permission-removed", ["https://rt.example.org/*"])
  await soon(() => expect(all.browser.registered.size).toBe(0))
})

test.each([
  ["turned off in the popup", (all: World) => all.ask({ kind: "popup-site", origin: RT, on: false })],
  [
    "taken away in the browser's settings",
    (all: World) => {
      all.browser.granted.delete(RT)
      all.worker.fire("permission-removed", [`${RT}/*`])
    }
  ]
])("of a site that is %s the open page is read no more, and it goes on once it is allowed", async (_, takeBack) => {
  const all = await world()
  await all.pair()
  const allow = () => {
    all.browser.granted.add(RT)
    return all.ask({ kind: "popup-site", origin: RT, on: true })
  }
  await allow()
  all.openTab(10, 1, all.page, `${RT}/tickets/1001`)
  const panel = all.openPanel()
  await all.opened()
  const { id } = await panel.draft("ready")
  // A moment after a page was opened it is looked at whether it is as it is known.
  await soon(() => expect(all.page.asked).toContain("self-test"))

  await takeBack(all)
  expect((await panel.until((state) => state.phase === "empty")).site).toMatchObject({ origin: RT, on: false })
  // The page's script is still there, and its helpdesk goes on to another ticket.
  const asked = all.page.asked.length
  await all.opened(10, "1002")
  await all.tell({ kind: "ticket-spotted", helpdesks: ["request-tracker"] })
  await all.tell({ kind: "reply-paused", ticketId: "1001" })
  await all.ask({ kind: "panel-refresh" })
  expect(panel.states.at(-1)?.phase).toBe("empty")
  expect(all.page.asked).toHaveLength(asked)
  expect(all.relay.seen.drafts).toHaveLength(1)
  expect(all.browser.desks).toEqual([])

  await allow()
  await soon(() => expect(all.page.asked).toContain("tell-again"))
  await all.opened()
  expect(await panel.draft("ready")).toMatchObject({ id })
})

test("the popup tells relay, person, site and what is kept", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.panel.until((state) => state.kept.drafts === 1)
  const answer = await all.ask({ kind: "popup-status" })
  expect(answer).toMatchObject({
    ok: true,
    status: {
      address: all.relay.address,
      relay: "online",
      model: null,
      person: { name: "Tom" },
      kept: { drafts: 1, outcomes: 0 },
      site: { origin: ORIGIN, on: true, ticket: "1001" }
    }
  })
})
