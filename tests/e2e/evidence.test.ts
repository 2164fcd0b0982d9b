import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { axeFindingsSoFar } from "./help/axe.ts"
import { startWorld, type World } from "./help/harness.ts"
import { bar, button, draftReady, openPanel, openTicket, rewrite } from "./help/steps.ts"

/** The letter beside its sources, over a real relay. */
let world: World
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
})
afterAll(() => world.close())

test("J steps through the sentences beside their sources, the agent's own too; Insert still works from there", async () => {
  const draft = await panel.locator("#letter").innerText()
  expect(draft).toContain("five working days")
  await rewrite(panel, "Hello Maya,\n\nThe carrier answers within nine working days.\n\nKind regards\nTom")
  await panel.keyboard.press("j")
  await panel.getByRole("heading", { name: /^Sentence 1 of \d+$/ }).waitFor()
  await expect.poll(() => panel.locator(".pair mark.off").first().innerText()).toBe("nine working days")
  expect(await panel.locator(".pair mark.says").first().innerText()).toBe("five working days")
  expect(await axeFindingsSoFar(panel, [320, 400, 520])).toEqual([])
  await button(panel, "Use the source’s words").click()
  await expect.poll(() => panel.locator(".pair blockquote").first().innerText()).toMatch(/five working days/)
  expect(await bar(panel).getByRole("button", { name: "Insert" }).isVisible()).toBe(true)
  await panel.keyboard.press("Escape")
  await expect.poll(() => panel.locator("#letter").innerText()).toMatch(/five working days/)
})
