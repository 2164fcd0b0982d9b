import { join } from "node:path"
import type { Page } from "playwright-core"
import type { Opened } from "./browser.ts"

/** The panel is as wide as the browser shows it. */
const PANEL = { width: 400, height: 900 }

/** Goes through the tour's steps and saves a picture of each. @returns the file names */
export async function takePictures(opened: Opened, ticket: Page, folder: string): Promise<string[]> {
  const files: string[] = []
  const take = async (page: Page, name: string) => {
    await page.screenshot({ path: join(folder, name) })
    files.push(name)
  }
  await take(ticket, "1-ticket.png")
  const panel = await opened.page("sidepanel.html")
  await panel.setViewportSize(PANEL)
  const insert = panel
    .getByRole("button", { name: "Insert", exact: false })
    .and(panel.locator(":not([aria-disabled=true])"))
  await insert.waitFor({ timeout: 30_000 })
  await panel.getByRole("button", { name: "Regenerate" }).waitFor({ timeout: 30_000 })
  await take(panel, "2-draft.png")
  await insert.click()
  const again = panel.getByText("Press Insert again")
  if (
    await again.waitFor({ timeout: 3000 }).then(
      () => true,
      () => false
    )
  )
    await insert.click()
  await ticket.bringToFront()
  await ticket.waitForFunction(() => (document.querySelector("textarea")?.value ?? "") !== "", undefined, {
    timeout: 10_000
  })
  await take(ticket, "3-inserted.png")
  await panel.bringToFront()
  await panel.getByRole("button", { name: "What the model saw" }).click()
  await take(panel, "4-what-the-model-saw.png")
  const popup = await opened.page("popup.html")
  await popup.setViewportSize({ width: 320, height: 560 })
  await take(popup, "5-popup.png")
  await popup.close()
  return files
}
