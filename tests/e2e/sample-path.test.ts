import { afterAll, beforeAll, expect } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { SOAK, testInSoak } from "./help/soak.ts"
import { readStoredDrafts } from "../relay/help/stored-draft.ts"

/**
 * Sample ticket -> masked request -> relay on embedded PostgreSQL -> offline draft -> Insert into a textarea.
 * `six-languages.test.ts` goes the same path and looks at more.
 */
let world: World
beforeAll(async () => {
  if (SOAK) world = await startWorld()
})
afterAll(() => world?.close())

testInSoak("a sample ticket becomes a checked draft in the reply editor", async () => {
  const ticket = await world.browser.context.newPage()
  await ticket.goto(`${world.helpdesk.url}/tickets/1001`)
  await ticket.locator("[data-message-id]").first().waitFor()
  const panel = await world.browser.page("sidepanel.html")

  const draft = panel.getByRole("region", { name: "Draft" })
  await panel.getByRole("button", { name: "Insert" }).and(panel.locator(":not([aria-disabled=true])")).waitFor()
  expect(await draft.innerText()).toMatch(/Hello/)
  await panel.getByRole("button", { name: "Sources" }).click()
  await panel.getByRole("button", { name: "Pages" }).click()
  await panel
    .getByRole("region", { name: "Sources", exact: true })
    .getByText(/deliver/i)
    .first()
    .waitFor()

  const insert = panel.getByRole("button", { name: "Insert" })
  const editor = ticket.getByRole("textbox", { name: "Reply" })
  await insert.click()
  await expect
    .poll(async () => {
      if (await panel.getByText(/Press Insert again/).isVisible()) await insert.click()
      return editor.inputValue()
    })
    .toMatch(/^Hello /)

  const requester = (
    await ticket.locator("[data-message-id][data-role=customer] [data-author]").first().innerText()
  ).trim()
  expect(await editor.inputValue()).toContain(requester.split(" ")[0])
  const sent = await readStoredDrafts(world.relay.db)
  expect(JSON.stringify(sent)).not.toContain(requester.split(" ")[0])
})
