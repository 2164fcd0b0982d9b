import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { ORIGIN } from "../help/world.ts"
import { NOTE, pickState, placesOf, SAID } from "./picker-page.ts"
import { pointingWorld, START } from "./pointing-world.ts"

test("pointing starts in the tab, with the panel's words, and the panel shows masked what would be read", async () => {
  const all = await pointingWorld()
  expect(await all.ask(START)).toEqual({ ok: true })
  expect(all.browser.pickers).toEqual([10])
  expect(all.picker.asked[0]).toMatchObject({ kind: "pick-start", words: { subject: "Subject" } })
  const { picking } = await all.panel.until(({ picking: one }) => one?.messages[0]?.text !== "" && one !== undefined)
  expect(picking).toMatchObject({ tabId: 10, site: ORIGIN, step: "another", reply: false })
  expect(picking?.messages[0]?.text).toMatch(/where is my parcel\? I am \[PERSON_1\]/)
  expect(picking?.messages[1]).toEqual({
    id: "n1",
    role: "agent",
    shown: false,
    out: "note",
    author: "Tom Baker",
    lines: 1
  })
  const shown = JSON.stringify(all.panel.states)
  for (const secret of [SAID, NOTE, "anna.bergmann", "Bergmann"]) expect(shown).not.toContain(secret)
  expect(JSON.stringify(all.relay.seen)).not.toMatch(/parcel|PERSON/)
  const stored = [...all.browser.kept.local.values(), ...all.browser.kept.session.values()].join("\n")
  expect(stored).not.toMatch(/parcel|Bergmann|zebra/)
})

test("a panel that is shown while pointing starts doesn't end it", async () => {
  const all = await pointingWorld()
  const panel = all.openPanel(1, true)
  Object.assign(all.picker, { there: false, startsLate: true })
  expect(await all.ask(START)).toEqual({ ok: true })
  expect((await panel.until(({ picking }) => picking !== undefined)).picking?.tabId).toBe(10)
  expect(all.picker.asked[0]?.kind).toBe("pick-start")
})

test("what the agent does goes to the page, and what the page says next is shown", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  expect(await all.ask({ kind: "panel-pick-act", tabId: 10, act: { act: "leave-out", id: "m1" } })).toEqual({
    ok: true
  })
  expect(all.picker.asked.at(-1)).toMatchObject({ kind: "pick-act", act: { act: "leave-out", id: "m1" } })
  const next = pickState({ step: "reply", fault: "note-editor", aim: "Internal note" })
  await all.tell({ kind: "pick-changed", state: next })
  await all.panel.until(({ picking }) => picking?.fault === "note-editor")
  expect((await all.picking())?.step).toBe("reply")
})

test("the page is read by what was pointed at; remembered places read the next page without what was said of this one", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  expect(await all.ask({ kind: "panel-pick-read", tabId: 10, remember: true })).toEqual({ ok: true })
  expect(all.picker.used).toEqual([{ recipe: placesOf(), choices: { out: ["m7"], roles: { n1: "agent" } } }])
  await all.ended()
  expect(all.kept()).toEqual({ [ORIGIN]: placesOf() })
  expect(await all.load()).toEqual([{ recipe: placesOf() }])
  expect((await all.panel.until(({ places }) => places !== undefined)).places).toEqual({ of: "browser", kept: true })
})

test("places that aren't remembered are used once and kept nowhere", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  expect(await all.ask({ kind: "panel-pick-read", tabId: 10, remember: false })).toEqual({ ok: true })
  expect(all.picker.used).toHaveLength(1)
  expect(all.kept()).toEqual({})
  expect(await all.load()).toEqual([])
  expect(all.panel.states.at(-1)?.places).toBeUndefined()
})

test("what can't be read yet isn't, and goes on being shown", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  all.picker.complete = false
  expect(await all.ask({ kind: "panel-pick-read", tabId: 10, remember: true })).toEqual({
    ok: false,
    code: "pick-unfinished"
  })
  expect(all.picker.used).toEqual([])
  expect(all.kept()).toEqual({})
  expect((await all.picking())?.step).toBe("another")
})

test("a worker that restarts in the middle asks the page where it stands, and goes on", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  all.picker.state = pickState({ step: "reply" })
  const before = all.panel.states.length
  all.revive()
  await all.panel.until(({ picking }) => all.panel.states.length > before && picking?.step === "reply")
  expect(all.picker.asked.at(-1)?.kind).toBe("pick-look")
  expect(await all.ask({ kind: "panel-pick-act", tabId: 10, act: { act: "skip" } })).toEqual({ ok: true })
  expect(await all.ask({ kind: "panel-pick-read", tabId: 10, remember: true })).toEqual({ ok: true })
  all.revive()
  expect(await all.load()).toEqual([{ recipe: placesOf() }])
})

test("a page that was left in the middle ends it, in the next worker too", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  all.picker.there = false
  all.revive()
  await all.ended()
  expect(await all.ask({ kind: "panel-pick-act", tabId: 10, act: { act: "skip" } })).toEqual({
    ok: false,
    code: "pick-gone"
  })
  expect(all.browser.kept.session.get("picking")).toBe("[]")
})

test("it is stopped in the panel, or by the page itself; nothing is read or kept", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  expect(await all.ask({ kind: "panel-pick-stop", tabId: 10 })).toEqual({ ok: true })
  expect(all.picker.asked.at(-1)?.kind).toBe("pick-stop")
  await all.ended()
  all.picker.there = true
  await all.ask(START)
  await all.picking()
  await all.tell({ kind: "pick-stopped" })
  await all.ended()
  expect(all.picker.used).toEqual([])
  expect(all.kept()).toEqual({})
})

test("a tab that is closed in the middle ends it, also for a panel in a tab of its own", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  all.worker.fire("removed", 10)
  await all.ended()
  expect(all.browser.kept.session.get("picking")).toBe("[]")
})

test("where the page doesn't answer, it doesn't start", async () => {
  const all = await pointingWorld()
  all.picker.there = false
  expect(await all.ask(START)).toEqual({ ok: false, code: "site-off" })
  await all.ended()
  expect(await all.ask({ ...START, of: { ticket: "sample http://gone 1" } })).toEqual({
    ok: false,
    code: "other-ticket"
  })
})

test("places of a file are used and kept if they are the site's; others are refused", async () => {
  const all = await pointingWorld()
  const load = (recipe: unknown) => all.ask({ kind: "panel-recipe-import", site: ORIGIN, tabId: 10, recipe })
  for (const bad of [undefined, "places", { ...placesOf(), note: "Dear Anna" }, { ...placesOf(), version: 2 }])
    expect(await load(bad)).toEqual({ ok: false, code: "bad-recipe" })
  expect(await load(placesOf("https://other.example"))).toEqual({ ok: false, code: "recipe-of-other-site" })
  all.picker.refuses = true
  expect(await load(placesOf())).toEqual({ ok: false, code: "bad-recipe" })
  expect(all.kept()).toEqual({})
  all.picker.refuses = false
  expect(await load(placesOf())).toEqual({ ok: true })
  expect(all.kept()).toEqual({ [ORIGIN]: placesOf() })
  expect(await all.load()).toEqual([{ recipe: placesOf() }])
})

test("kept places are saved as they are, and once they are forgotten the next page isn't read", async () => {
  const all = await pointingWorld()
  const site = { site: ORIGIN }
  expect(await all.ask({ kind: "panel-recipe-export", ...site })).toEqual({ ok: false, code: "no-recipe" })
  await all.ask({ kind: "panel-recipe-import", ...site, tabId: 10, recipe: placesOf() })
  expect(await all.ask({ kind: "panel-recipe-export", ...site })).toEqual({ ok: true, recipe: placesOf() })
  expect(await all.ask({ kind: "panel-recipe-forget", ...site })).toEqual({ ok: true })
  expect(await all.ask({ kind: "panel-recipe-export", ...site })).toEqual({ ok: false, code: "no-recipe" })
  expect(await all.load()).toEqual([])
  all.revive()
  expect(await all.load()).toEqual([])
})

test("kept places that this version can't read are as good as none, and other sites' stay", async () => {
  const all = await pointingWorld()
  all.browser.kept.local.set(
    "page-recipes",
    JSON.stringify({ [ORIGIN]: { ...placesOf(), version: 9 }, "https://b.example": placesOf("https://b.example") })
  )
  expect(await all.load()).toEqual([])
  await all.ask({ kind: "panel-recipe-import", site: ORIGIN, tabId: 10, recipe: placesOf() })
  expect(Object.keys(all.kept())).toEqual(["https://b.example", ORIGIN])
})

test("a page on which a part is no longer where it was shown is named until it fits again or is loaded anew", async () => {
  const all = await pointingWorld()
  await all.ask({ kind: "panel-recipe-import", site: ORIGIN, tabId: 10, recipe: placesOf() })
  await all.tell({ kind: "recipe-unfit", part: "subject" })
  expect((await all.panel.until(({ taught }) => taught !== undefined)).taught).toEqual({ tabId: 10, part: "subject" })
  await all.tell({ kind: "recipe-fits" })
  await all.panel.until(({ taught }) => taught === undefined)
  await all.tell({ kind: "recipe-unfit", part: "messages" })
  await all.panel.until(({ taught }) => taught?.part === "messages")
  await all.load()
  await all.ask({ kind: "panel-refresh" })
  await all.panel.until(({ taught }) => taught === undefined)
})

test("a helpdesk that isn't read by itself is named while its site is in the tab", async () => {
  const all = await pointingWorld()
  await all.tell({ kind: "recipe-wanted", helpdesk: "front" })
  expect((await all.panel.until(({ unread }) => unread !== undefined)).unread).toEqual({ tabId: 10, helpdesk: "front" })
})

test("a page of a site that the organisation forbids isn't asked, neither to start pointing nor to go on", async () => {
  const all = await pointingWorld()
  all.browser.policy.set = { allowedSites: ["https://desk.example"] }
  expect(await all.ask(START)).toEqual({ ok: false, code: "policy" })
  const recipe = { kind: "panel-recipe-import", site: ORIGIN, tabId: 10, recipe: placesOf() } as const
  expect(await all.ask(recipe)).toEqual({ ok: false, code: "policy" })
  expect([all.browser.pickers, all.picker.asked, all.picker.used]).toEqual([[], [], []])
  all.browser.policy.set = undefined
  await all.ask(START)
  await all.picking()
  const { length } = all.picker.asked
  all.browser.policy.set = { allowedSites: ["https://desk.example"] }
  const read = { kind: "panel-pick-read", tabId: 10, remember: true } as const
  expect(await all.ask(read)).toEqual({ ok: false, code: "policy" })
  expect(await all.ask({ kind: "panel-pick-act", tabId: 10, act: { act: "skip" } })).toMatchObject({ ok: false })
  await all.ended()
  expect(all.picker.asked).toHaveLength(length)
})

test("kept places aren't used where the organisation forbids the site, and go with Wipe", async () => {
  const all = await pointingWorld()
  await all.ask({ kind: "panel-recipe-import", site: ORIGIN, tabId: 10, recipe: placesOf() })
  all.browser.policy.set = { allowedSites: ["https://desk.example"] }
  expect(await all.load()).toEqual([])
  all.browser.policy.set = undefined
  expect(await all.load()).toHaveLength(1)
  await all.ask({ kind: "popup-wipe" })
  await soon(() => expect(all.browser.kept.local.has("page-recipes")).toBe(false))
  expect(await all.load()).toEqual([])
})

test("with shown pages switched off, pointing doesn't start, and no places are used or taken", async () => {
  const all = await pointingWorld()
  await all.ask(START)
  await all.picking()
  all.browser.policy.set = { shownPages: false }
  const refused = { ok: false, code: "switched-off" }
  expect(await all.ask({ kind: "panel-pick-read", tabId: 10, remember: true })).toMatchObject(refused)
  expect(await all.ask(START)).toMatchObject(refused)
  const load = { kind: "panel-recipe-import", site: ORIGIN, tabId: 10, recipe: placesOf() } as const
  expect(await all.ask(load)).toMatchObject(refused)
  all.browser.policy.set = {}
  expect(await all.ask(load)).toEqual({ ok: true })
  all.browser.policy.set = { shownPages: false }
  expect(await all.load()).toEqual([])
  await all.tell({ kind: "recipe-unfit", part: "subject" })
  await all.ask({ kind: "popup-status" })
  expect(all.panel.states.at(-1)?.taught).toBeUndefined()
  expect(all.relay.seen.fits).toEqual([])
  // They are kept for when the policy allows it again.
  all.browser.policy.set = {}
  expect(await all.load()).toEqual([{ recipe: placesOf() }])
})
