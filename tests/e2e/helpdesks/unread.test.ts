import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { layouts } from "../../doubles/unknown/layouts.ts"
import { NOTE_SECRET, tickets } from "../../doubles/unknown/tickets.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { insert, openPanel, orTell, ready } from "../help/steps.ts"
import { reply, showAll, startShowing } from "../picking/teach.ts"

/** Nothing is known of HubSpot's page but its address, so any other page stands in for it. */
const layout = layouts[0]
const [ticket] = tickets
if (!layout || !ticket) throw new Error("There is no layout.")
const TICKET = `https://app.hubspot.com/help-desk/1/view/2/ticket/${ticket.id}`

let model: ModelDouble
let world: World
let panel: Page
let page: Page
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: "Hello,\n\nThank you for your message.\n\nKind regards" })
  world = await startWorld(model.settings, { knowledge: false })
  page = await world.browser.context.newPage()
  await page.setViewportSize({ width: 1100, height: 900 })
  await page.route("https://app.hubspot.com/**", (route) =>
    route.fulfill({ contentType: "text/html; charset=utf-8", body: layout.page(ticket, "") })
  )
  panel = await openPanel(world)
})
afterAll(async () => {
  await world.close()
  await model.close()
})

test("HubSpot: recognised, it is shown like any other page; a comment takes no draft, a reply to the customer does", async () => {
  await page.goto(`${TICKET}#email`)
  const teacher = { panel, page, layout }
  await startShowing(teacher)
  await showAll(teacher)
  await ready(panel, "Read this page").click()
  await orTell(panel, ready(panel, "Insert").waitFor())
  const box = reply(teacher)
  const turnTo = (channel: string) => page.evaluate((to) => void (location.hash = to), channel)
  await turnTo("#comment")
  await insert(panel, "The editor in front may not be a public reply.")
  expect(await box.inputValue()).toBe("")
  await turnTo("#email")
  await insert(panel)
  expect(await box.inputValue()).toMatch(/^Hello,\s+Thank you/)
  expect(model.requests.map(({ body }) => body).join()).not.toContain(NOTE_SECRET)
})
