import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "../help/harness.ts"
import { draftReady, openMenu, openPanel } from "../help/steps.ts"

/**
 * An admin sets the team's masking rules; the agent's panel in the same browser goes by them. Over the real relay, with
 * the sample's articles.
 */
let world: World
let admin: Page
beforeAll(async () => {
  world = await startWorld()
  admin = await world.browser.page("tabs/admin.html")
  await admin.setViewportSize({ width: 1000, height: 900 })
  await admin.getByLabel("Relay address").fill(world.relay.url)
  await admin.getByLabel("Pairing code").fill(await world.relay.pair("admin", "Ada"))
  await admin.getByRole("button", { name: "Pair", exact: true }).click()
})
afterAll(() => world?.close())
const masking = () => admin.getByRole("region", { name: "Masking" })
const list = () => masking().getByRole("list", { name: "Never replaced" })
const set = () => masking().getByRole("button", { name: "Set the rules" }).click()

test("the sample's articles filled the list; an admin takes one out, adds words and a pattern, and chooses balanced", async () => {
  await list().getByRole("button", { name: "Remove PDF" }).waitFor()
  await list()
    .getByText(/^brand or product, from \d+ articles$/)
    .first()
    .waitFor()
  await list().getByRole("button", { name: "Remove PDF" }).click()
  await masking().getByLabel("Word that is never replaced").fill("Lumen House")
  await masking().getByRole("button", { name: "Add Word that is never replaced" }).click()
  await masking().getByLabel("Order numbers").fill(String.raw`\bLH-\d{5}\b`)
  await masking().getByLabel("Try it on a text").fill("My order LH-48077")
  await masking().getByText("Finds “LH-48077”.").waitFor()
  await masking().getByRole("radio", { name: "Balanced" }).check()
  await set()
  await masking().getByText("Set.", { exact: true }).waitFor()
  const { rules, by } = await world.relay.db
    .selectFrom("masking_rules")
    .select(["rules", "by"])
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
  expect({ by, ...JSON.parse(rules) }).toMatchObject({
    by: "Ada",
    mode: "balanced",
    orderPattern: String.raw`\bLH-\d{5}\b`,
    refused: ["PDF"]
  })
})

test("the agent's panel says which mode is on, and hears of the next one; a draft made before is old", async () => {
  const ticket = await world.browser.context.newPage()
  await ticket.goto(`${world.helpdesk.url}/tickets/1001`)
  const panel = await openPanel(world)
  await draftReady(panel, "1001")
  const says = async (words: string) => {
    await openMenu(panel)
    await panel.getByText(words, { exact: true }).waitFor()
    await panel.keyboard.press("Escape")
  }
  await says("Masking: balanced")
  await masking().getByRole("radio", { name: "Strict" }).check()
  await set()
  await masking().getByText("Set.", { exact: true }).waitFor()
  await panel
    .getByText(/rules changed since/)
    .first()
    .waitFor({ state: "attached" })
  await says("Masking: strict")
  await panel.close()
  await ticket.close()
})

test("the history tells who, and undo brings an earlier version back", async () => {
  await masking().getByText("Versions", { exact: true }).click()
  await masking()
    .getByText(/^Ada, today/)
    .first()
    .waitFor()
  await masking()
    .getByText(/Added: “Lumen House”\. Removed: “PDF”\.$/)
    .waitFor()
  await masking()
    .getByText(/^import of articles, /)
    .waitFor()
  await masking().getByRole("button", { name: "Back to version 1", exact: true }).click()
  await masking().getByText("Version 1 is set again.").waitFor()
  await list().getByRole("button", { name: "Remove PDF" }).waitFor()
  expect(await list().getByText("Lumen House").count()).toBe(0)
})
