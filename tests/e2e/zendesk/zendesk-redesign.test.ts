import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, draftReady, openAdmin, openPanel, orTell, says } from "../help/steps.ts"
import { openZendesk, startZendeskDouble, type ZendeskDouble, type ZendeskPage } from "../help/zendesk.ts"

/** The day on which a vendor redesigns its page: panel, relay and admin page, in real Chromium. */
let desk: ZendeskDouble
let model: ModelDouble
let world: World
let agent: ZendeskPage
let panel: Page
beforeAll(async () => {
  desk = await startZendeskDouble()
  model = await startModelDouble({ kind: "text", text: "Hello [PERSON_1],\n\nThank you.\n\nKind regards" })
  world = await startWorld(model.settings, { knowledge: false })
  agent = await openZendesk(world, desk, 35436)
  panel = await openPanel(world)
})
afterAll(async () => {
  await world?.close()
  await model?.close()
  await desk?.close()
})

/** What a redesign does to the page, and that the agent looks at it again. */
async function rename(from: string, to: string): Promise<void> {
  await agent.page.evaluate(
    ([was, is]) => {
      for (const element of document.querySelectorAll<HTMLElement>(`[data-test-id="${was}"]`))
        element.dataset["testId"] = is
      document.dispatchEvent(new Event("visibilitychange"))
    },
    [from, to] as const
  )
}

test("a renamed reply editor: the panel names it and what still works, and the admin page counts one browser and one ticket", async () => {
  await draftReady(panel, "35436")
  await agent.page.bringToFront()
  await rename("omnicomposer-rich-text-ckeditor", "composer-2027")
  await says(panel, "The helpdesk’s page has changed. It lacks something that was expected: reply editor.")
  expect(await bar(panel).innerText()).toMatch(/Copy works, and so does “Use the selected text”\. Your team’s admin/)

  const admin = await openAdmin(world)
  const status = admin.getByRole("region", { name: "Status", exact: true })
  await orTell(
    admin,
    status.getByText(/^Zendesk: “reply editor” doesn’t fit since .+, 1 browser, 1 ticket\.$/).waitFor()
  )
  expect(await status.innerText()).not.toMatch(/35436|Ines|BP-2201/)
  await admin.close()
})

test("after the page is loaded as it was, the editor is known again", async () => {
  await agent.page.reload()
  await agent.page.bringToFront()
  await draftReady(panel, "35436")
  await expect.poll(() => bar(panel).innerText()).not.toMatch(/something that was expected/)
})
