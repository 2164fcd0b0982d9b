import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { signer, SUBJECT } from "../../signed-corrections.ts"
import { world } from "../help/world.ts"
import type { SignedCorrections } from "../../../src/protocol/routes/helpdesk-pages.ts"

const own = signer()

/** Somebody signed in at a relay with this file; undefined is an older relay. A helpdesk's page is in tab 10. */
async function open(file: SignedCorrections | null | undefined, correctionKey: string | undefined = own.key) {
  const all = await world()
  if (correctionKey !== undefined) all.browser.policy.set = { correctionKey }
  const store = (next: SignedCorrections | null) => {
    all.relay.relay.corrections = { version: (all.relay.relay.corrections?.version ?? 0) + 1, file: next }
  }
  if (file !== undefined) store(file)
  await all.pair()
  all.openTab(10)
  return {
    ...all,
    get worker() {
      return all.worker
    },
    store,
    /** Another ticket is opened in the tab, for which the relay is asked something. */
    async next() {
      all.page.ticket = { ...all.page.ticket, ticketId: `${Number(all.page.ticket.ticketId) + 1}` }
      await all.opened(10, all.page.ticket.ticketId)
    },
    asks: () => all.relay.seen.calls.filter((call) => call === "GET /v1/corrections").length
  }
}
const fetched = async (all: Awaited<ReturnType<typeof open>>) => {
  await all.ask({ kind: "panel-refresh" })
  await soon(() => expect(all.browser.kept.local.has("corrections")).toBe(true))
}

test("a page has its corrections before anything is read of it, and once as long as they stay the same", async () => {
  const all = await open(own.sign(3))
  const panel = all.openPanel()
  await all.opened()
  await panel.draft("ready")
  await fetched(all)
  all.page.asked.length = 0
  all.page.corrected = []
  await all.tell({ kind: "ticket-spotted", helpdesks: ["sample"] })
  expect(all.page.asked).toEqual(["corrections-use"])
  expect(all.page.corrected).toEqual([[SUBJECT]])
  await all.opened()
  await soon(() => expect(all.page.asked).toContain("self-test"))
  expect(all.page.asked.filter((kind) => kind === "corrections-use")).toHaveLength(1)
})

test("another worker hands them again before its first question", async () => {
  const all = await open(own.sign(3))
  all.openPanel()
  await all.opened()
  await fetched(all)
  all.revive()
  all.page.asked.length = 0
  await all.opened()
  await soon(() => expect(all.page.asked.length).toBeGreaterThan(1))
  expect(all.page.asked[0]).toBe("corrections-use")
})

test("open pages get another file when an answer of the relay names it, and lose it when it is taken out", async () => {
  const all = await open(own.sign(3))
  all.openPanel()
  await all.opened()
  await fetched(all)
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([SUBJECT]))
  const other = { ...SUBJECT, selector: "h1" }
  all.store(own.sign(4, [other]))
  await all.next()
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([other]))
  all.store(null)
  await all.next()
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([]))
})

test("a page that can't be read makes the browser ask for a correction, and the page has it without another try", async () => {
  const all = await open(null)
  const panel = all.openPanel()
  await all.opened()
  await panel.draft("ready")
  // What was still being asked would name the new version too.
  await soon(() => expect(all.relay.seen.calls).toContain("POST /v1/summaries"))
  await new Promise((done) => setTimeout(done, 300))
  all.store(own.sign(3))
  all.clock.shift += 21_000
  all.page.problem = { "ticket-read": { code: "page-changed", part: "subject" } }
  await all.opened()
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([SUBJECT]))
})

test.each([
  ["no key is trusted", own.sign(3), ""],
  ["another key signed", own.sign(3), signer().key],
  ["the relay is older", undefined, own.key],
  ["the relay has none", null, own.key]
])("where %s no page is handed anything", async (_why, file, key) => {
  const all = await open(file, key)
  const panel = all.openPanel()
  await all.tell({ kind: "ticket-spotted", helpdesks: ["sample"] })
  await all.opened()
  await panel.draft("ready")
  expect(all.page.asked).toContain("ticket-read")
  expect(all.page.corrected.flat()).toEqual([])
  if (!file) expect(all.page.asked).not.toContain("corrections-use")
  expect(all.asks()).toBe(file === undefined ? 0 : 1)
})

test("an earlier file is refused after a later one, also by the next worker", async () => {
  const all = await open(own.sign(5))
  all.openPanel()
  await all.opened()
  await fetched(all)
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([SUBJECT]))
  all.store(own.sign(4, [{ ...SUBJECT, selector: "h2" }]))
  all.revive()
  await all.next()
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([]))
  expect(all.page.corrected.flat()).not.toContainEqual(expect.objectContaining({ selector: "h2" }))
})

test("while a key is replaced, the policy names both, and files of either are accepted", async () => {
  const next = signer()
  const all = await open(own.sign(3), `${own.key} ${next.key}`)
  all.openPanel()
  await all.opened()
  await fetched(all)
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([SUBJECT]))
  const other = { ...SUBJECT, selector: "h1" }
  all.store(next.sign(1, [other]))
  await all.next()
  await soon(() => expect(all.page.corrected.at(-1)).toEqual([other]))
})

test("an admin is told what this browser does with the file at the relay, also where nobody is signed in as an agent", async () => {
  const all = await world()
  all.browser.policy.set = { correctionKey: own.key }
  all.relay.relay.corrections = { version: 1, file: own.sign(3) }
  const ask = () => all.worker.send({ kind: "corrections-verdict" }, { own: true })
  expect(await ask()).toMatchObject({ ok: false, code: "no-admin" })
  await all.ask({ kind: "popup-pair", address: all.relay.address, code: all.relay.relay.admin.code, door: "admin" })
  expect(await ask()).toMatchObject({ ok: true, value: { state: "applied", serial: 3 } })
  all.relay.relay.corrections = { version: 2, file: signer().sign(3) }
  expect(await ask()).toEqual({ ok: true, value: { state: "bad-signature" } })
  all.browser.policy.set = {}
  expect(await ask()).toEqual({ ok: true, value: { state: "no-key" } })
})
