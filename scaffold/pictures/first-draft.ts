import type { Page } from "playwright-core"
import { pair } from "../../demo/tour/browser.ts"
import { READY, type Sample } from "./open-sample.ts"

/**
 * Pairs the browser with an agent's code, and opens the first ticket with the panel, in which its whole draft is.
 * @param panelSize in CSS pixels
 */
export async function openFirstDraft(
  { relay, opened, ticket: open }: Sample,
  panelSize: { width: number; height: number }
): Promise<{ ticket: Page; panel: Page }> {
  await pair(opened, await relay.pair("agent", "Tom Ahlberg", ["agents"]), relay.url)
  const ticket = await open("1001")
  const panel = await opened.page("sidepanel.html")
  await panel.setViewportSize(panelSize)
  // While its sentences are being checked there is Stop in its place.
  await panel.getByRole("button", { name: "Change" }).waitFor(READY)
  return { ticket, panel }
}

/** Inserts the draft. @throws Error if it isn't in the reply box then */
export async function insertDraft(panel: Page, ticket: Page): Promise<void> {
  const written = () => ticket.locator("textarea").first().inputValue()
  const insert = panel.getByRole("button", { name: "Insert" }).and(panel.locator(":not([aria-disabled=true])"))
  // The first press goes to a blank that is still open.
  for (let press = 0; press < 3 && (await written()) === ""; press++) {
    await insert.click()
    await panel.waitForTimeout(1500)
  }
  if ((await written()) === "") throw new Error("The draft was not inserted, so there is no picture of that.")
}
