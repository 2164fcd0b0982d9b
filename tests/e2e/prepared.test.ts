import { sql } from "kysely"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest"
import { startZendeskDouble } from "../doubles/zendesk/server.ts"
import { startWorld, type World } from "./help/harness.ts"
import { button, draftReady, openPanel, openTicket, pressRegenerate, says, shows } from "./help/steps.ts"

/** Drafts made before anybody looks: with no panel open, for the list in view, and not past the day's budget. */
let world: World
let ticket: Page
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

const finished = async (...ticketIds: string[]) => {
  const rows = await world.relay.db
    .selectFrom("drafts")
    .select(["id", "ticket_id"])
    .where("ticket_id", "in", ticketIds)
    .where("state", "=", "done")
    .execute()
  return rows.map(({ ticket_id }) => ticket_id).sort()
}

test("a ticket opens with no panel: its draft is there before one is opened, and is the only one", async () => {
  ticket = await openTicket(world, "1001")
  await expect.poll(() => finished("1001"), { timeout: 30_000 }).toEqual(["1001"])
  const panel = await openPanel(world)
  await draftReady(panel, "1001")
  await panel.close()
  const other = await openTicket(world, "1001")
  const again = await openPanel(world)
  await draftReady(again, "1001")
  await other.close()
  expect(await finished("1001")).toEqual(["1001"])
  await again.close()
})

test("the next tickets of the list in view are prepared where the popup says so", async () => {
  await world.browser.page("popup.html").then(async (popup) => {
    await popup.getByRole("checkbox", { name: "Also for the next tickets of the list" }).click()
    await expect
      .poll(() => popup.getByRole("checkbox", { name: "Also for the next tickets of the list" }).isChecked())
      .toBe(true)
    await popup.close()
  })
  await ticket.bringToFront()
  await ticket.getByRole("link", { name: "Tickets", exact: true }).click()
  const links = ticket.locator("td a[data-link]")
  await links.first().waitFor()
  const next = (
    await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""))
  ).slice(0, 3)
  await expect.poll(() => finished(...next), { timeout: 15_000 }).toEqual([...next].sort())
})

test("so are the first rows of a Zendesk view, with no ticket opened there, and nothing but reading is asked for", async () => {
  const desk = await startZendeskDouble()
  onTestFinished(() => desk.close())
  const view = await world.browser.context.newPage()
  const asked: string[] = []
  view.on("request", (request) => void asked.push(request.method()))
  await view.goto(`${desk.url}/agent/filters/360001`)
  await expect
    .poll(() => finished("35436", "35437", "35438", "35439"), { timeout: 15_000 })
    .toEqual(["35436", "35437", "35438"])
  expect(new Set(asked)).toEqual(new Set(["GET"]))
  await view.close()
})

test("past the day's budget none is prepared: the panel says so, and Regenerate makes one", async () => {
  const { id } = await world.relay.db.selectFrom("people").select("id").executeTakeFirstOrThrow()
  await sql`insert into prepared_drafts (draft, person, day) select gen_random_uuid(), ${id}::uuid, to_char(now() at time zone 'utc', 'YYYY-MM-DD')::date from generate_series(1, 200)`.execute(
    world.relay.db
  )
  const panel = await openPanel(world)
  await ticket.bringToFront()
  await openTicket(world, "1003", ticket)
  await shows(panel, "1003")
  await says(panel, "Today’s prepared drafts are used up.")
  expect(await button(panel, "Prepare again").count()).toBe(0)
  await pressRegenerate(panel)
  await draftReady(panel, "1003")
})
