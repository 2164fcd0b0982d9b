import { expect, test } from "vitest"
import type { PageAnswer, PageMessage } from "../../../src/protocol/routes/calls/page-call.ts"
import { openDatabase } from "../../../src/store/database.ts"
import { soon } from "../../soon.ts"
import { KEY, openWorld, world } from "../help/world.ts"

type World = Pick<Awaited<ReturnType<typeof world>>, "relay" | "browser" | "factory">
const renewals = ({ relay }: World) => relay.seen.calls.filter((call) => call === "POST /v1/token/renew").length
const kept = ({ browser }: World) => JSON.parse(browser.kept.local.get("pairing") ?? "{}")
const keysOf = ({ factory }: World) =>
  openDatabase(() => undefined, "replywright", factory).run(({ keys }) => keys.toArray())
const ready = async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  await all.panel.until((state) => state.summary?.state === "ready")
  return all
}

test("a token whose twelve hours are over is renewed in passing: the draft comes, and nobody notices", async () => {
  const all = await ready()
  const drafts = all.relay.seen.drafts.length
  all.relay.relay.expired.add("token-1")
  expect(await all.ask({ kind: "panel-regenerate", key: KEY })).toEqual({ ok: true })
  await soon(() => expect(all.relay.seen.drafts.length).toBe(drafts + 1))
  await all.panel.draft("ready")
  expect(renewals(all)).toBe(1)
  expect(kept(all)).toMatchObject({ token: "token-1+", renewal: { refresh: "refresh-of-p1+" } })
  expect(all.panel.states.at(-1)?.locked).toBeUndefined()
})

test("many calls that come with an expired token at once are one renewal", async () => {
  const all = await ready()
  all.relay.relay.expired.add("token-1")
  await Promise.all([
    all.ask({ kind: "panel-regenerate", key: KEY }),
    all.ask({ kind: "popup-status" }),
    ...Array.from({ length: 5 }, (_, n) => all.ask({ kind: "panel-search", key: KEY, words: `parcel ${n}` }))
  ])
  await all.panel.draft("ready")
  await soon(() => expect(all.relay.seen.lookups.length).toBeGreaterThan(0))
  expect(renewals(all)).toBe(1)
})

test("a lead's and an admin's token are renewed as well, each by its own key, and a file's door is opened with a fresh one", async () => {
  const all = await ready()
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: "LEAD", door: "review" })
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: "ADMIN", door: "admin" })
  expect(await keysOf(all)).toHaveLength(3)
  for (const token of ["lead-1", "admin-1"]) all.relay.relay.expired.add(token)
  const lead = (await all.worker.send(QUEUE, { own: true })) as PageAnswer
  expect(lead.ok).toBe(true)
  const door = (await all.worker.send({ kind: "upload-target" }, { own: true })) as PageAnswer
  expect(door).toEqual({ ok: true, value: { address: all.relay.address, token: "admin-1+" } })
  expect(renewals(all)).toBe(2)
  expect(kept(all).token).toBe("token-1")
})

test.each(["before renew", "after renew"])(
  "a worker that dies %s signs nobody out: the next one asks again",
  async (where) => {
    const all = await ready()
    all.relay.relay.expired.add("token-1")
    all.steps.at = (name, worker) => {
      if (name === where) worker.kill()
    }
    void all.ask({ kind: "panel-regenerate", key: KEY })
    await soon(() => expect(all.steps.seen).toContain(where))
    all.steps.at = undefined
    all.revive()
    await all.opened()
    expect(await all.ask({ kind: "panel-regenerate", key: KEY })).toEqual({ ok: true })
    await soon(() => expect(kept(all).token).toBe("token-1+"))
    await all.panel.draft("ready")
    expect(all.panel.states.at(-1)?.signedOut).toBeUndefined()
  }
)

test("an answer that the line lost is asked for again", async () => {
  const all = await ready()
  all.relay.relay.expired.add("token-1")
  all.relay.relay.loseRenewals = 1
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(renewals(all)).toBeGreaterThan(0))
  await soon(async () => {
    await all.ask({ kind: "panel-regenerate", key: KEY })
    expect(kept(all).token).toBe("token-1+")
  })
})

test("a browser's clock that is off signs by the relay's", async () => {
  const all = await ready()
  all.relay.relay.clockAhead = 3_600_000
  all.relay.relay.expired.add("token-1")
  await all.ask({ kind: "panel-regenerate", key: KEY })
  await soon(() => expect(kept(all).token).toBe("token-1+"))
  expect(renewals(all)).toBe(2)
})

test.each([
  ["sign-in-reused", "reused"],
  ["sign-in-expired", "unused"]
])(
  "a relay that ends the sign-in with %s is told in the panel, and nothing is left to sign with",
  async (code, why) => {
    const all = await ready()
    all.relay.relay.expired.add("token-1")
    all.relay.relay.renewalFails = code
    await all.ask({ kind: "panel-regenerate", key: KEY })
    const state = await all.panel.until((one) => one.locked === "revoked")
    expect(state.signedOut).toBe(why)
    expect(JSON.stringify([...all.browser.kept.local])).not.toMatch(/token-1|refresh-of/)
    await soon(async () => expect(await keysOf(all)).toEqual([]))
    all.relay.relay.renewalFails = undefined
    all.relay.relay.expired.clear()
    await all.pair()
    await all.panel.draft("ready")
    expect(all.panel.states.at(-1)?.signedOut).toBeUndefined()
  }
)

test("what the browser has cleared away can't sign: the panel says so", async () => {
  const all = await ready()
  await openDatabase(() => undefined, "replywright", all.factory).run(({ keys }) => keys.clear())
  all.relay.relay.expired.add("token-1")
  await all.ask({ kind: "panel-regenerate", key: KEY })
  expect((await all.panel.until((one) => one.locked === "revoked")).signedOut).toBe("key-gone")
})

test("a sign-in from before there were renewals asks to pair anew, and the relay needn't be there for that", async () => {
  const all = await ready()
  const { renewal: _, keyId: __, ...old } = kept(all)
  all.browser.kept.local.set("pairing", JSON.stringify(old))
  all.browser.kept.session.clear()
  await all.relay.down()
  all.revive()
  await all.opened()
  expect(await all.panel.until((one) => one.locked === "revoked")).toMatchObject({ signedOut: "outdated" })
  await all.relay.up()
  await all.pair()
  await all.panel.draft("ready")
})

test("the key can't be read, goes with its sign-in, and is gone after a wipe; both end the sign-in at the relay though the token has expired", async () => {
  const all = await ready()
  const [row] = await keysOf(all)
  expect(row?.key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey("jwk", row?.key ?? new CryptoKey())).rejects.toThrow()
  all.relay.relay.expired.add("token-1")
  await all.ask({ kind: "popup-sign-out" })
  expect(await keysOf(all)).toEqual([])
  await soon(() => expect(all.relay.seen.calls.slice(-2)).toEqual(["POST /v1/token/renew", "POST /v1/sign-out"]))
  await all.pair()
  all.relay.relay.expired.add(all.relay.relay.token)
  await all.ask({ kind: "popup-wipe" })
  expect(await keysOf(all)).toEqual([])
  await soon(() => expect(all.relay.seen.calls.slice(-2)).toEqual(["POST /v1/token/renew", "POST /v1/sign-out"]))
})

test("a code that fails leaves no key behind", async () => {
  const all = await world()
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: "NOPE" })
  expect(await keysOf(all)).toEqual([])
})

const QUEUE: PageMessage = { kind: "relay-call", as: "lead", route: "GET /v1/review/queue", query: {} }
