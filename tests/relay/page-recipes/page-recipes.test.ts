import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { SITES_SETTING } from "../../../src/masking-rules/site-hashing.ts"
import { deleteOld } from "../../../src/relay/privacy/retention.ts"
import type { PageRecipe } from "../../../src/ticket/page-recipe.ts"
import { asked, askSettings, putSettings } from "../admin/ask.ts"
import { Client, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { DESK, places } from "./places.ts"
import { PAGE_RECIPES_HEADER, sharedRecipes, storedRecipes } from "../../../src/protocol/routes/helpdesk-pages.ts"

let relay: TestRelay
let [tom, ana, ada] = [new Client(""), new Client(""), new Client("")]
beforeAll(async () => {
  relay = await openRelay()
  ;[tom, ana, ada] = [
    await Client.paired(relay, "Tom"),
    await Client.paired(relay, "Ana", "lead"),
    await Client.paired(relay, "Ada", "admin")
  ]
})
afterAll(() => relay?.close())
beforeEach(async () => {
  for (const table of ["page_recipes", "limits"] as const) await relay.db.deleteFrom(table).execute()
  await relay.db.deleteFrom("settings").where("key", "=", SITES_SETTING).execute()
})

const propose = (recipe: unknown, who = tom) => who.post("/v1/page-recipes", { recipe })
const listed = async () => (await asked(storedRecipes, ada.fetch("/v1/admin/page-recipes"))).recipes
const shared = async () => asked(sharedRecipes, tom.fetch("/v1/page-recipes"))
const decide = async (share: boolean, site = DESK) => {
  const proposal = (await listed()).find((one) => one.site === site && one.state === "proposed")
  return ada.post("/v1/admin/page-recipes/decide", { site, hash: proposal?.hash ?? "", share })
}
const takeBack = (site = DESK) => ada.post("/v1/admin/page-recipes/take-back", { site })
const versionTold = async () => Number((await tom.fetch("/v1/me")).headers.get(PAGE_RECIPES_HEADER))

test("what an agent proposes is in use only after an admin's yes, and no longer once it is taken back", async () => {
  const before = await versionTold()
  expect(await (await propose(places())).json()).toEqual({ state: "proposed" })
  expect(await listed()).toMatchObject([{ site: DESK, state: "proposed", proposedBy: "Tom", decidedBy: null }])
  expect((await shared()).recipes).toEqual([])
  expect(await versionTold()).toBe(before)
  expect((await decide(true)).status).toBe(204)
  expect(await shared()).toEqual({ version: before + 1, recipes: [places()] })
  expect(await versionTold()).toBe(before + 1)
  expect(await listed()).toMatchObject([{ state: "shared", proposedBy: "Tom", decidedBy: "Ada", recipe: places() }])
  expect(await (await propose(places(), ana)).json()).toEqual({ state: "shared" })
  expect((await takeBack()).status).toBe(204)
  expect(await shared()).toEqual({ version: before + 2, recipes: [] })
  expect(await listed()).toMatchObject([{ state: "declined" }])
  expect(await refusalOf(takeBack())).toMatchObject({ status: 404, code: "no-recipe" })
  const { rows } = { rows: await relay.db.selectFrom("audit").select(["action", "ids"]).orderBy("id").execute() }
  expect(rows.filter(({ action }) => action.startsWith("page-recipe"))).toEqual([
    { action: "page-recipe-shared", ids: [DESK] },
    { action: "page-recipe-taken-back", ids: [DESK] }
  ])
})

test("another proposal replaces the former one and leaves what is shared in use until an admin has decided", async () => {
  await propose(places())
  await decide(true)
  const version = await versionTold()
  await propose(places(DESK, "h1"))
  await propose(places(DESK, "h2"), ana)
  expect(await listed()).toMatchObject([
    { state: "proposed", proposedBy: "Ana", recipe: { subject: { selector: "h2" } } },
    { state: "shared", proposedBy: "Tom", recipe: places() }
  ])
  expect((await shared()).recipes).toEqual([places()])
  expect((await decide(false)).status).toBe(204)
  expect((await shared()).recipes).toEqual([places()])
  expect(await versionTold()).toBe(version)
  await propose(places(DESK, "h3"))
  await decide(true)
  expect((await shared()).recipes).toEqual([places(DESK, "h3")])
  expect((await listed()).map(({ state }) => state)).toEqual(["shared", "declined"])
})

test("a proposal that was replaced while the admin looked isn't shared unseen, and one that is gone is none", async () => {
  await propose(places())
  const [looked] = await listed()
  await propose(places(DESK, "h1"), ana)
  const answer = ada.post("/v1/admin/page-recipes/decide", { site: DESK, hash: looked?.hash, share: true })
  const refusal = await refusalOf(answer)
  expect(refusal).toMatchObject({ status: 409, code: "proposal-changed" })
  expect(refusal.message).toMatch(/nothing was decided/)
  expect((await shared()).recipes).toEqual([])
  await decide(false)
  expect(await refusalOf(decide(true))).toMatchObject({ status: 404, code: "no-proposal" })
})

test.each<[string, unknown, RegExp]>([
  ["a site that is no origin", { ...places(), site: "https://desk.example/inbox" }, /recipe\.site/],
  ["a site in another form than browsers have it", { ...places(), site: "https://desk.example:443" }, /origin/],
  ["a site that is no website", { ...places(), site: "file://desk" }, /recipe\.site/],
  ["text of a ticket", { ...places(), note: "Dear Anna" }, /recipe/],
  ["text of a ticket in a part", { ...places(), subject: { through: [], selector: "h1", text: "Lamp" } }, /subject/],
  ["code", { ...places(), messages: { ...places().messages, script: "alert(1)" } }, /recipe\.messages/],
  ["a selector that is too long", places(DESK, "a".repeat(301)), /recipe\.subject\.selector/],
  [
    "more than 6,000 characters",
    {
      ...places(DESK, "h".repeat(300), { reply: { through: Array(4).fill("i".repeat(300)), selector: "textarea" } }),
      messages: {
        ...places().messages,
        through: Array(4).fill("f".repeat(300)),
        head: Array(6).fill("g".repeat(300)),
        plainWords: Array(20).fill("w".repeat(30)),
        author: "a".repeat(300),
        customer: { kind: "self", selector: "c".repeat(300) },
        agent: { kind: "self", selector: "c".repeat(300) }
      }
    } satisfies PageRecipe,
    /\d{4} characters, and 6000 are allowed/
  ]
])("%s is refused in words, and nothing of it is stored", async (_, recipe, words) => {
  const refusal = await refusalOf(propose(recipe))
  expect(refusal.status).toBe(400)
  expect(refusal.message).toMatch(words)
  expect(await listed()).toEqual([])
})

test("an e-mail address in a selector is found by the second look", async () => {
  const answer = propose(places(DESK, 'a[href="mailto:anna.bergmann@mail.example"]'))
  expect(await refusalOf(answer)).toMatchObject({ status: 422, code: "unmasked-data" })
  expect(await listed()).toEqual([])
})

test("one person has twenty open proposals at most, and a colleague may go on", async () => {
  for (let n = 0; n < 20; n++) expect((await propose(places(`https://shop-${n}.example`))).status).toBe(200)
  const refusal = await refusalOf(propose(places()))
  expect(refusal).toMatchObject({ status: 409, code: "too-many-recipes" })
  expect(refusal.message).toMatch(/^You have proposed places of 20 sites .*: ask one to do that first\.$/)
  expect((await propose(places("https://shop-3.example", "h1"))).status).toBe(200)
  expect((await propose(places(), ana)).status).toBe(200)
})

test("a team has places of two hundred sites at most, and a further one is refused with what to do", async () => {
  const rows = Array.from({ length: 200 }, (_, n) => ({
    ...{ site: `https://desk-${n}.example`, state: n % 2 ? ("shared" as const) : ("proposed" as const) },
    ...{ recipe: JSON.stringify(places(`https://desk-${n}.example`)), proposed_at: relay.time.now }
  }))
  await relay.db.insertInto("page_recipes").values(rows).execute()
  const refusal = await refusalOf(propose(places()))
  expect(refusal).toMatchObject({ status: 409, code: "too-many-recipes" })
  expect(refusal.message).toMatch(/200 sites at most: an admin has to take one back/)
  expect((await propose(places("https://desk-1.example", "h1"))).status).toBe(200)
  expect((await takeBack("https://desk-3.example")).status).toBe(204)
  expect((await propose(places())).status).toBe(200)
})

test("agents and leads propose and read; only admins see proposals and decide", async () => {
  await propose(places())
  for (const who of [tom, ana]) {
    expect((await who.fetch("/v1/page-recipes")).status).toBe(200)
    expect((await who.fetch("/v1/admin/page-recipes")).status).toBe(403)
    for (const path of ["decide", "take-back"])
      expect((await who.post(`/v1/admin/page-recipes/${path}`, { site: DESK })).status).toBe(403)
  }
  expect((await fetch(`${relay.url}/v1/page-recipes`)).status).toBe(401)
  expect((await listed()).map(({ state }) => state)).toEqual(["proposed"])
})

test("a browser that proposes again and again is stopped, and another one isn't", async () => {
  const told = await Promise.all(Array.from({ length: 61 }, (_, n) => propose(places(DESK, `h${n}`))))
  expect(told.filter(({ status }) => status === 429)).toHaveLength(1)
  expect((await propose(places(), ana)).status).toBe(200)
})

test("the places of a person whom the relay no longer knows stay, without the name", async () => {
  const eve = await Client.paired(relay, "Eve")
  await propose(places(), eve)
  await relay.db.deleteFrom("people").where("name", "=", "Eve").execute()
  expect(await listed()).toMatchObject([{ state: "proposed", proposedBy: null, recipe: places() }])
})

test("a team that has the addresses of helpdesks hashed keeps no places, and browsers hear of it", async () => {
  await propose(places())
  await decide(true)
  const version = await versionTold()
  const { preparing, perDay, version: standing } = await askSettings(ada)
  expect((await putSettings(ada, { preparing, perDay, version: standing, hashSites: true })).status).toBe(200)
  expect(await listed()).toEqual([])
  expect(await versionTold()).toBe(version + 1)
  expect(await refusalOf(propose(places()))).toMatchObject({ status: 409, code: "sites-hashed" })
})

test("what nobody shared goes with the team's retention; what is shared stays", async () => {
  await propose(places())
  await decide(true)
  await propose(places("https://other.example"))
  await decide(false, "https://other.example")
  await propose(places("https://third.example"))
  await deleteOld(relay.db, 90, new Date(relay.time.now.getTime() + 80 * 86_400_000))
  expect(await listed()).toHaveLength(3)
  await deleteOld(relay.db, 90, new Date(relay.time.now.getTime() + 100 * 86_400_000))
  expect(await relay.db.selectFrom("page_recipes").select("site").execute()).toEqual([{ site: DESK }])
})
