import { expect, test } from "vitest"
import { soon } from "../../soon.ts"
import { TAUGHT_PAGE } from "../../../src/ticket/page-recipe.ts"
import { sampleTicket } from "../help/page-double.ts"
import { KEY, openWorld } from "../help/world.ts"
import type { FitReport } from "../../../src/protocol/routes/helpdesk-pages.ts"

type World = Awaited<ReturnType<typeof openWorld>>
const reports = ({ relay }: World): FitReport[] => relay.seen.fits
const counts = (world: World) => reports(world).flatMap(({ counts: told }) => told)

/** As long as a busy machine may take. */
const BUSY = { timeout: 10_000 }

test("a part that no longer fits: the panel names it and what still works, and the relay counts it without a word", async () => {
  const world = await openWorld()
  world.page.broken = ["reply editor"]
  await world.opened()
  expect(await world.panel.notice("page-unfit")).toEqual({ code: "page-unfit", data: { part: "reply editor" } })
  await expect
    .poll(() => counts(world).filter(({ part }) => part === "reply editor"), BUSY)
    .toEqual([{ helpdesk: "sample", part: "reply editor", product: "5.0.3", tickets: 1, first: true }])
  const [{ extension } = { extension: "" }] = reports(world)
  expect(extension).toBe("0.1.0")
  const sent = JSON.stringify(reports(world))
  for (const secret of ["1001", "Anna", "Tom", KEY, "localhost"]) expect(sent).not.toContain(secret)
})

test("it is told once an hour at most, a ticket once a day; later only what came since, and who told today is no new browser", async () => {
  const world = await openWorld()
  const told = () => counts(world).filter(({ part }) => part === "reply editor")
  world.page.broken = ["reply editor"]
  await world.opened()
  await soon(() => expect(told()).toHaveLength(1))
  // The relay has it before the browser has noted that.
  await expect.poll(() => world.browser.kept.session.get("page-fits"), BUSY).toMatch(/"reply editor".*"tickets":0/)
  await world.opened()
  world.page.ticket = { ...world.page.ticket, ticketId: "1002" }
  await world.opened(10, "1002")
  await expect.poll(() => world.browser.kept.session.get("page-fits"), BUSY).toMatch(/"reply editor".*"tickets":1/)
  expect(told()).toHaveLength(1)
  world.clock.shift = 3_600_000
  await world.opened(10, "1002")
  await soon(() => expect(told()).toHaveLength(2))
  const isSameDay = new Date(world.clock.now()).getUTCDate() === new Date().getUTCDate()
  // On another day the ticket that is open counts once more.
  expect(told().at(-1)).toMatchObject({ tickets: isSameDay ? 1 : 2, first: !isSameDay })
})

test("what is drawn a moment later isn't broken; a page that fits again says no more", async () => {
  const world = await openWorld()
  let looks = 0
  world.page.gate = async (kind) => {
    if (kind === "self-test") world.page.broken = looks++ === 0 ? ["messages"] : []
  }
  await world.opened()
  await expect.poll(() => counts(world).map(({ part }) => part), BUSY).toEqual(["every part"])
  expect(world.panel.states.some(({ notice }) => notice?.code === "page-unfit")).toBe(false)
  world.page.gate = undefined
  world.page.broken = ["public marker"]
  await world.opened()
  await world.panel.notice("page-unfit")
  world.page.broken = []
  await world.opened()
  await world.panel.until(({ notice }) => notice?.code !== "page-unfit", "no such notice any more")
})

test("a part that is missed while the ticket is read or a draft inserted is counted too, an unknown one without its name", async () => {
  const world = await openWorld()
  await world.panel.draft("ready")
  for (const [said, part] of [
    ["public marker", "public marker"],
    ["Dear Anna", "something else"]
  ] as const) {
    world.page.problem = { "draft-insert": { code: "page-changed", part: said } }
    const { draft } = await world.panel.until((state) => state.draft?.state === "ready")
    await world.ask({ kind: "panel-insert", key: KEY, draftId: draft?.id ?? "", text: "Hello" })
    await expect.poll(() => counts(world).map((count) => count.part), BUSY).toContain(part)
  }
})

test("a relay that doesn't take it loses nothing: it is told with the next page", async () => {
  const world = await openWorld()
  world.relay.relay.countsFits = false
  world.page.broken = ["subject"]
  await world.opened()
  await expect.poll(() => world.relay.seen.fitCalls.length, BUSY).toBeGreaterThan(0)
  expect(reports(world)).toEqual([])
  world.relay.relay.countsFits = true
  await world.opened()
  await expect
    .poll(
      () =>
        counts(world)
          .filter(({ part }) => part === "subject")
          .at(-1),
      BUSY
    )
    .toMatchObject({ tickets: 1 })
})

test("who refused counts in Firefox still sees which part no longer fits, and nothing of it leaves", async () => {
  const world = await openWorld()
  world.browser.counts.allowed = false
  const before = reports(world).length
  world.page.broken = ["reply editor"]
  await world.opened()
  expect(await world.panel.notice("page-unfit")).toEqual({ code: "page-unfit", data: { part: "reply editor" } })
  world.clock.shift = 3_600_000
  await world.opened()
  await world.ask({ kind: "popup-status" })
  expect(reports(world)).toHaveLength(before)
})

test("a broken part of a shown page is named and counted, without a word and without its address", async () => {
  const world = await openWorld()
  const told = () => counts(world).filter(({ helpdesk }) => helpdesk === TAUGHT_PAGE)
  world.page.ticket = sampleTicket({ helpdesk: TAUGHT_PAGE })
  world.page.broken = ["reply editor"]
  await world.tell({ kind: "ticket-opened", helpdesk: TAUGHT_PAGE, ticketId: "1001" })
  expect(await world.panel.notice("page-unfit")).toEqual({ code: "page-unfit", data: { part: "reply editor" } })
  await expect.poll(() => told().map(({ part }) => part), BUSY).toEqual(["reply editor"])
  // Without its subject the page shows no ticket that could be looked at.
  await world.tell({ kind: "recipe-unfit", part: "subject" })
  await world.tell({ kind: "recipe-unfit", part: "subject" })
  await expect.poll(told, BUSY).toContainEqual({ helpdesk: TAUGHT_PAGE, part: "subject", tickets: 1, first: true })
  const sent = JSON.stringify(reports(world))
  for (const secret of ["1001", "Anna", "Tom", "localhost", "tickets/"]) expect(sent).not.toContain(secret)
})

test.each<[string, (world: World) => unknown]>([
  ["that the agent has left", (world) => world.tell({ kind: "ticket-left" })],
  [
    "whose site was taken back",
    (world) => {
      world.browser.policy.set = { allowedSites: ["https://help.example.com"] }
      world.worker.fire("policy")
    }
  ]
])("a page %s isn't looked at any more", async (_what, leave) => {
  const world = await openWorld()
  await soon(() => expect(world.page.asked).toContain("self-test"))
  const looks = () => world.page.asked.filter((kind) => kind === "self-test").length
  const before = looks()
  await world.opened()
  await leave(world)
  await world.panel.until(({ phase }) => phase === "empty")
  // Several times as long as it is looked at after.
  await new Promise((done) => setTimeout(done, 200))
  expect(looks()).toBe(before)
})
