import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { draftReady, editor, openPanel, openTicket, orTell, region } from "./help/steps.ts"

/** What the agent types into the helpdesk's own editor, and what the panel says of its tone. */
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
})
afterAll(() => world.close())

const tone = () => region(panel, "Tone of your reply")

test("found after a pause in typing, repaired by one click, taken back by the editor's own undo", async () => {
  await ticket.bringToFront()
  await editor(ticket).pressSequentially("Hello Sarah, please do NOT open the parcel.")
  await panel.bringToFront()
  await orTell(panel, tone().getByText("“NOT”", { exact: true }).waitFor())
  await orTell(panel, tone().getByText("“Sarah”", { exact: true }).waitFor())
  await tone().getByRole("button", { name: "Write “not”" }).click()
  await expect.poll(() => editor(ticket).inputValue()).toBe("Hello Sarah, please do not open the parcel.")
  await orTell(panel, tone().getByText("“NOT”", { exact: true }).waitFor({ state: "detached" }))
  await ticket.bringToFront()
  await editor(ticket).focus()
  await ticket.keyboard.press("Control+z")
  await expect.poll(() => editor(ticket).inputValue()).toBe("Hello Sarah, please do NOT open the parcel.")
})

test("what is written into a note is never looked at", async () => {
  await ticket.bringToFront()
  await ticket.getByText("Internal note", { exact: true }).first().click()
  await editor(ticket).pressSequentially(" HE SHOULD HAVE READ IT!!!")
  await panel.bringToFront()
  await orTell(panel, tone().getByText("“Sarah”", { exact: true }).waitFor({ state: "detached" }))
  await tone().getByRole("button", { name: "Check the tone" }).click()
  await orTell(
    panel,
    panel
      .getByText(/tone of notes is not checked/)
      .first()
      .waitFor()
  )
  expect(
    await tone()
      .getByText(/SHOULD HAVE/)
      .count()
  ).toBe(0)
})
