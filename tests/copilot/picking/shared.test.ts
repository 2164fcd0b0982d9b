import { expect, test } from "vitest"
import type { RelayCall } from "../../../src/protocol/routes/calls/page-call.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"
import { wireTo } from "../../masking/leak/wire.ts"
import { soon } from "../../soon.ts"
import { NO_TEAM_RULES } from "../help/relay-script.ts"
import { ORIGIN, world } from "../help/world.ts"
import { pickerPage, placesOf } from "./picker-page.ts"

/** Somebody signed in, at a relay whose team shares these places, looks at a page that no adapter knows. */
async function open(shared: PageRecipe[] = [placesOf()], { allowed = true, siteKey = "" } = {}) {
  const all = await world()
  if (siteKey !== "") all.relay.relay.rules = { ...NO_TEAM_RULES, version: 3, siteKey }
  const share = (recipes: PageRecipe[]) => {
    all.relay.relay.recipes = { version: (all.relay.relay.recipes?.version ?? 0) + 1, recipes }
  }
  share(shared)
  const wire = await wireTo(all.relay.address)
  const pair = () =>
    all.worker.send({ kind: "popup-pair", address: wire.address, code: all.relay.relay.code }, { own: true })
  await pair()
  const { double, picker } = pickerPage()
  all.browser.named.delete(ORIGIN)
  if (allowed) {
    all.browser.granted.add(ORIGIN)
    all.browser.registered.add(ORIGIN)
  }
  all.openTab(10, 1, double)
  const panel = all.openPanel()
  /** The relay is asked for the places at most while a page loads; what is asked after that is answered after it. */
  const load = async () => {
    const before = picker.used.length
    all.worker.fire("loaded", 10)
    for (let n = 0; n < 20 && picker.used.length === before; n++) await all.ask({ kind: "popup-status" })
    return picker.used.slice(before).map(({ recipe }) => recipe)
  }
  const import_ = (recipe: PageRecipe) => all.ask({ kind: "panel-recipe-import", site: ORIGIN, tabId: 10, recipe })
  const asks = () => all.relay.seen.calls.filter((call) => call === "GET /v1/page-recipes").length
  return {
    ...all,
    get worker() {
      return all.worker
    },
    ...{ wire, pair, panel, picker, share, load, asks, keepOwn: import_ }
  }
}

test("the team's places read a page of an allowed site, and the panel says whose they are", async () => {
  const all = await open()
  expect(await all.load()).toEqual([placesOf()])
  expect((await all.panel.until(({ places }) => places !== undefined)).places).toEqual({ of: "team", shared: "other" })
  expect(all.browser.desks).toContainEqual([10])
})

test("on a site that isn't allowed nothing is read; the panel says that the team has shown it, and Allow reads it", async () => {
  const all = await open([placesOf()], { allowed: false })
  expect(await all.load()).toEqual([])
  const { site } = await all.panel.until((state) => state.site?.shown === true, "what the team has shown")
  expect(site).toMatchObject({ origin: ORIGIN, on: false })
  all.browser.granted.add(ORIGIN)
  expect(await all.ask({ kind: "popup-site", origin: ORIGIN, on: true })).toEqual({ ok: true })
  await soon(() => expect(all.picker.used).toEqual([{ recipe: placesOf() }]))
  expect((await all.panel.until((state) => state.site?.on === true)).site?.shown).toBeUndefined()
})

test("neither is anything read where the organisation forbids the site, or where the browser has taken it back", async () => {
  const all = await open()
  all.browser.policy.set = { allowedSites: ["https://desk.example"] }
  expect(await all.load()).toEqual([])
  await all.ask({ kind: "panel-refresh" })
  const { site } = await all.panel.until((state) => state.site?.forbidden === true)
  expect(site?.shown).toBeUndefined()
  all.browser.policy.set = undefined
  all.browser.granted.delete(ORIGIN)
  expect(await all.load()).toEqual([])
  all.browser.granted.add(ORIGIN)
  expect(await all.load()).toEqual([placesOf()])
})

test("this browser's own places come first, and after they are forgotten the team's are used", async () => {
  const all = await open()
  await all.keepOwn(placesOf(ORIGIN, "h1"))
  expect(await all.load()).toEqual([placesOf(ORIGIN, "h1")])
  const { places } = await all.panel.until((state) => state.places?.shared !== undefined)
  expect(places).toEqual({ of: "browser", kept: true, shared: "other" })
  await all.ask({ kind: "panel-recipe-forget", site: ORIGIN })
  expect(await all.load()).toEqual([placesOf()])
  await all.keepOwn(placesOf())
  await all.panel.until((state) => state.places?.shared === "same")
})

test("places of another site are never used", async () => {
  const all = await open([placesOf("https://desk.example")])
  expect(await all.load()).toEqual([])
  expect(all.panel.states.at(-1)?.places).toBeUndefined()
})

test("places that were taken back aren't used for the next page, once any answer of the relay has told it", async () => {
  const all = await open()
  expect(await all.load()).toEqual([placesOf()])
  all.share([])
  await all.tell({ kind: "ticket-opened", helpdesk: "taught-page", ticketId: "1001" })
  await all.panel.draft("ready")
  await soon(() => expect(all.asks()).toBe(2))
  expect(await all.load()).toEqual([])
  all.share([placesOf(ORIGIN, "h2")])
  all.clock.shift = 20_000
  expect(await all.load()).toEqual([placesOf(ORIGIN, "h2")])
})

test("the relay isn't asked again as long as its answers name the same version, in the next worker neither", async () => {
  const all = await open()
  await all.load()
  await all.load()
  expect(all.asks()).toBe(1)
  all.revive()
  await all.ask({ kind: "panel-refresh" })
  expect(await all.load()).toEqual([placesOf()])
  expect(all.asks()).toBeLessThanOrEqual(2)
})

test("without the relay the last known places are used; they lie encrypted on the disk", async () => {
  const all = await open()
  await all.load()
  const stored = all.browser.kept.local.get("team-page-recipes") ?? ""
  expect(stored).not.toBe("")
  expect(stored).not.toMatch(/localhost|subject|said/)
  all.revive()
  all.relay.relay.broken = { status: 503, code: "database-down", retryable: true }
  expect(await all.load()).toEqual([placesOf()])
})

test.each(["popup-sign-out", "popup-wipe"] as const)("after %s they are forgotten and no longer used", async (kind) => {
  const all = await open()
  await all.load()
  await all.ask({ kind })
  await soon(() => expect(all.browser.kept.local.has("team-page-recipes")).toBe(false))
  all.browser.granted.add(ORIGIN)
  all.browser.registered.add(ORIGIN)
  expect(await all.load()).toEqual([])
  all.revive()
  expect(await all.load()).toEqual([])
})

test("what the relay shares is read by the same schema: anything besides places refuses the whole answer", async () => {
  const all = await open([{ ...placesOf(), script: "alert(1)" } as PageRecipe])
  expect(await all.load()).toEqual([])
  expect(all.browser.kept.local.has("team-page-recipes")).toBe(false)
})

test("a relay from before there were places isn't asked for them while it answers", async () => {
  const all = await open()
  all.relay.relay.recipes = undefined
  await all.ask({ kind: "panel-refresh" })
  expect(await all.load()).toEqual([])
})

test("sharing sends the places that this browser keeps, and nothing of the ticket in front", async () => {
  const all = await open([])
  await all.keepOwn(placesOf())
  await all.tell({ kind: "ticket-opened", helpdesk: "taught-page", ticketId: "1001" })
  await all.panel.draft("ready")
  all.wire.taken()
  expect(await all.ask({ kind: "panel-recipe-share", site: ORIGIN })).toEqual({ ok: true, proposed: "proposed" })
  expect(all.relay.relay.proposals).toEqual([{ recipe: placesOf() }])
  const bytes = all.wire.taken()
  expect(bytes).toContain("POST /v1/page-recipes")
  expect(/Anna|Bergmann|Tom|Baker|parcel|kettle|PERSON|draft/.exec(bytes)?.[0]).toBeUndefined()
  expect(await all.load()).toEqual([placesOf()])
})

test("there is nothing to share where this browser keeps no places of the site", async () => {
  const all = await open()
  expect(await all.ask({ kind: "panel-recipe-share", site: ORIGIN })).toEqual({ ok: false, code: "no-recipe" })
  expect(all.relay.relay.proposals).toEqual([])
})

test("where the team has sites hashed, no places leave the browser", async () => {
  const all = await open([], { siteKey: btoa("k".repeat(32)) })
  await all.keepOwn(placesOf())
  expect(await all.ask({ kind: "panel-recipe-share", site: ORIGIN })).toEqual({ ok: false, code: "sites-hashed" })
  expect(all.wire.taken()).not.toContain("POST /v1/page-recipes")
})

test("a relay that refuses says why", async () => {
  const all = await open([])
  await all.keepOwn(placesOf())
  all.relay.relay.refusesProposals = "too-many-recipes"
  expect(await all.ask({ kind: "panel-recipe-share", site: ORIGIN })).toEqual({
    ok: false,
    code: "too-many-recipes",
    message: "It says too-many-recipes."
  })
})

test("an admin's decision goes to the relay with what was looked at, by the admin's sign-in", async () => {
  const all = await open([])
  const asAdmin = (route: RelayCall["route"], body?: object) =>
    all.worker.send({ kind: "relay-call", as: "admin", route, ...(body && { body }) }, { own: true })
  expect(await asAdmin("GET /v1/admin/page-recipes")).toMatchObject({ ok: false, code: "no-admin" })
  await all.ask({ kind: "popup-pair", address: all.wire.address, code: all.relay.relay.admin.code, door: "admin" })
  expect(await asAdmin("GET /v1/admin/page-recipes")).toEqual({ ok: true, value: { recipes: [] } })
  const looked = { site: ORIGIN, hash: "a".repeat(64), share: true }
  expect(await asAdmin("POST /v1/admin/page-recipes/decide", looked)).toEqual({ ok: true, value: null })
  expect(await asAdmin("POST /v1/admin/page-recipes/take-back", { site: ORIGIN })).toEqual({ ok: true, value: null })
  expect(all.relay.relay.decisions).toEqual([
    { url: "/v1/admin/page-recipes/decide", body: looked },
    { url: "/v1/admin/page-recipes/take-back", body: { site: ORIGIN } }
  ])
  expect(all.wire.taken()).toMatch(/POST \/v1\/admin\/page-recipes\/decide[^{]*Bearer admin-1/)
})
