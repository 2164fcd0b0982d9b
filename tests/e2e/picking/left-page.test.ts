import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { layouts } from "../../doubles/unknown/layouts.ts"
import { serveLayout } from "../../doubles/unknown/server.ts"
import { startWorld, type World } from "../help/harness.ts"
import { openPanel, orTell, ready, region } from "../help/steps.ts"
import { asks, pointAt, showAll, startShowing, subject, type Teacher } from "./teach.ts"

/** A page that is loaded anew, or shows another ticket, while somebody points at its parts. */
let world: World
let panel: Page
beforeAll(async () => {
  world = await startWorld({}, { knowledge: false })
  panel = await openPanel(world)
})
afterAll(() => world.close())

test("pointing goes on from its beginning, and the panel says why", async () => {
  const layout = layouts.find(({ name }) => name === "div soup")
  if (!layout) throw new Error("There is no such layout.")
  const site = await serveLayout(layout)
  const page = await world.browser.context.newPage()
  await page.setViewportSize({ width: 1100, height: 900 })
  const teacher: Teacher = { panel, page, layout }
  const says = (words: string) => orTell(panel, panel.getByRole("alert").filter({ hasText: words }).waitFor())
  try {
    await page.goto(`${site.origin}/tickets/4712`)
    await startShowing(teacher)
    await pointAt(teacher, subject(teacher))
    await asks(teacher, "Point at a message that the customer wrote")
    await page.reload()
    await says("The page was reloaded")
    await pointAt(teacher, subject(teacher))
    await asks(teacher, "Point at a message that the customer wrote")
    await region(panel, "What would be read").getByText("Refund for the second kettle").waitFor()
    // As a single-page application changes its ticket.
    await page.evaluate(async () => {
      const next = new DOMParser().parseFromString(await (await fetch("/tickets/4711")).text(), "text/html")
      history.pushState(null, "", "/tickets/4711")
      document.body.replaceChildren(...next.body.children)
    })
    await says("What you pointed at isn’t on the page any more")
    expect(await region(panel, "What would be read").getByText("Refund").count()).toBe(0)
    await showAll(teacher)
    await ready(panel, "Read this page").click()
    await orTell(panel, panel.getByRole("heading", { level: 1 }).filter({ hasText: "Lamp arrived" }).waitFor())
  } finally {
    await page.close()
    await site.close()
  }
})
