import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { openPanel, openTicket, region, says, shows } from "./help/steps.ts"

/** Where a line of the summary comes from, shown in the helpdesk's own page. */
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  ticket = await openTicket(world, "1009")
  panel = await openPanel(world)
})
afterAll(() => world.close())

test("a line of the summary leads to its message: in view, marked for a moment, and the page is as it was after", async () => {
  await shows(panel, "1009")
  await ticket.setViewportSize({ width: 800, height: 300 })
  const link = region(panel, "Summary")
    .getByRole("button", { name: /^message \d+, / })
    .last()
  const n = Number(/\d+/.exec(await link.innerText())?.[0])
  const message = ticket.locator("[data-message-id][data-visibility=public]").nth(n - 1)
  await ticket.evaluate(() => scrollTo(0, document.body.scrollHeight))
  const before = await ticket.locator("main").evaluate((main) => main.outerHTML)
  const height = await message.evaluate((element) => element.getBoundingClientRect().height)

  await link.press("Enter")
  await expect.poll(() => message.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid")
  expect(await message.evaluate((element) => element.getBoundingClientRect().height)).toBe(height)
  await expect
    .poll(() =>
      message.evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect()
        return top < innerHeight && bottom > 0
      })
    )
    .toBe(true)
  expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
  await expect.poll(() => message.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("none")
  expect(await ticket.locator("main").evaluate((main) => main.outerHTML)).toBe(before)
})

test("a message that the page doesn't hold is said so", async () => {
  await openTicket(world, "1001", ticket)
  await shows(panel, "1001")
  await ticket.locator("[data-message-id]").evaluateAll((messages) => messages.forEach((message) => message.remove()))
  const link = region(panel, "Summary")
    .getByRole("button", { name: /^message \d+, / })
    .first()
  const name = await link.innerText()
  await link.click()
  await says(panel, `${name.replace("m", "M")} isn’t on this page.`)
})
