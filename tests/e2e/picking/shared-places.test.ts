import { afterAll, beforeAll, expect, test } from "vitest"
import { pair } from "../../../demo/tour/browser.ts"
import { layouts } from "../../doubles/unknown/layouts.ts"
import { serveLayout } from "../../doubles/unknown/server.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { insert, openAdmin, openPanel, openPart, orTell, ready } from "../help/steps.ts"
import { setClockForward } from "../help/worker.ts"
import { reply, showAll, startShowing, type Teacher } from "./teach.ts"

/** What one agent has shown is read in another agent's browser, once an admin has agreed to it. */
const [layout] = layouts
if (!layout) throw new Error("There is no layout.")
/** A browser asks for the places again after so long. */
const FRESH_MS = 20_000
/** A page that is loaded over and over takes a core. */
const ASKED_AGAIN = { timeout: 60_000, interval: 3000 }
let model: ModelDouble
let site: Awaited<ReturnType<typeof serveLayout>>
let world: World
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: "Hello,\n\nThank you for your message.\n\nKind regards" })
  site = await serveLayout(layout)
  world = await startWorld(model.settings, { knowledge: false })
})
afterAll(async () => {
  await world.close()
  await site.close()
  await model.close()
})

test("shown by one agent, shared by an admin, read and written into in another agent's browser, and taken back", async () => {
  const panel = await openPanel(world)
  const page = await world.browser.context.newPage()
  await page.setViewportSize({ width: 1100, height: 900 })
  const teacher: Teacher = { panel, page, layout }
  await page.goto(`${site.origin}/tickets/4711`)
  await startShowing(teacher)
  await showAll(teacher)
  await ready(panel, "Read this page").click()
  await orTell(panel, ready(panel, "Insert").waitFor())
  await openPart(panel, "more:taught-page")
  await orTell(panel, ready(panel, "Share with the team").click())
  await orTell(panel, panel.getByText("An admin is asked.").waitFor())

  const admin = await openAdmin(world)
  const card = admin.getByRole("region", { name: "Pages shown by the team", exact: true })
  await card.getByText("yes: Insert writes there").waitFor()
  await card.getByText(/Proposed by Tom/).waitFor()
  await card.getByRole("button", { name: /^Share/ }).click()
  await card.getByText(/are shared\. Browsers use them/).waitFor()

  const other = await world.anotherBrowser({ width: 1000, height: 900 })
  await pair(other, await world.relay.pair("agent", "Nia"), world.relay.url)
  const otherPanel = await other.page("sidepanel.html")
  const opened = await other.context.newPage()
  await opened.goto(`${site.origin}/tickets/4712`)
  const isRead = async () => {
    await opened.reload()
    const heading = otherPanel.getByRole("heading", { level: 1 }).filter({ hasText: "Refund for the second kettle" })
    return heading.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false
    )
  }
  await expect.poll(isRead, ASKED_AGAIN).toBe(true)
  await orTell(otherPanel, ready(otherPanel, "Insert").waitFor())
  await openPart(otherPanel, "more:taught-page")
  await otherPanel.getByText("These places are your team’s.").waitFor()
  await insert(otherPanel)
  expect(await reply({ panel: otherPanel, page: opened, layout }).inputValue()).toMatch(/^Hello,\s+Thank you/)

  await card.getByRole("button", { name: /^Take back/ }).click()
  await card.getByRole("alert").getByRole("button", { name: "Take them back" }).click()
  await card.getByText(/are taken back\. Browsers no longer/).waitFor()
  await setClockForward(other.context, FRESH_MS)
  await expect.poll(isRead, ASKED_AGAIN).toBe(false)
})
