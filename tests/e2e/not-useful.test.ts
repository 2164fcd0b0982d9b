import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { bar, button, draftReady, editor, openPanel, openTicket, orTell } from "./help/steps.ts"
import { readStoredCases } from "../relay/help/stored-draft.ts"

/**
 * Replies that came of no draft: what the agent says of the draft, and what the relay learns of it when the reply has
 * been sent.
 */
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
})
afterAll(() => world.close())

const outcomes = (ticketId: string) => readStoredCases(world.relay.db, ticketId)
async function send(text: string) {
  await ticket.bringToFront()
  await editor(ticket).fill(text)
  await ticket.getByRole("button", { name: "Send" }).click()
  await ticket.getByText("Reply sent.").waitFor()
}

test("“Not useful” by one key, reasons by one key each; the relay hears of it with the reply, masked", async () => {
  await draftReady(panel, "1001")
  await panel.bringToFront()
  await panel.locator("#letter").focus()
  await panel.keyboard.press("u")
  await panel.getByRole("checkbox", { name: "Wrong fact" }).waitFor()
  await panel.keyboard.press("m")
  await panel.keyboard.press("c")
  await panel.getByRole("textbox", { name: "Note for the lead" }).fill("Maya Lindgren had told us that.")
  await panel.keyboard.press("Enter")
  await orTell(panel, panel.getByText("Not useful: Missing step, Misread the customer.").waitFor())
  expect(await panel.locator("#letter").innerText()).toContain("Maya")
  expect(await outcomes("1001")).toEqual([])
  await send("Hello Maya Lindgren, I call you today.")
  await expect.poll(() => outcomes("1001")).toHaveLength(1)
  const [row] = await outcomes("1001")
  expect(row).toMatchObject({ kind: "rejected", result: "rejected", reasons: ["missing-step", "misread"] })
  expect(JSON.parse(row?.body ?? "{}")).toMatchObject({
    note: "[PERSON_1] had told us that.",
    sent: "Hello [PERSON_1], I call you today."
  })
  await panel.bringToFront()
  await expect.poll(() => button(panel, "Not useful").getAttribute("aria-disabled")).toBe("true")
  await panel.keyboard.press("u")
  await bar(panel).getByText("The reply to this has been sent").waitFor()
})

test("a reply beside a draft that was shown is ignored; one on a ticket whose panel nobody saw is none", async () => {
  await openTicket(world, "1002", ticket)
  await draftReady(panel, "1002")
  await panel.bringToFront()
  await expect.poll(() => panel.evaluate(() => document.visibilityState)).toBe("visible")
  await send("Written by hand.")
  await expect.poll(async () => (await outcomes("1002")).map(({ kind }) => kind)).toEqual(["ignored"])
  await panel.close()
  await openTicket(world, "1006", ticket)
  await expect
    .poll(
      async () => {
        await send("Written with no panel at all.")
        return (await outcomes("1006")).map(({ kind }) => kind)
      },
      { timeout: 15_000 }
    )
    .toContain("none")
})
