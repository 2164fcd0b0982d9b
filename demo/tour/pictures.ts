import { join } from "node:path"
import type { Page } from "playwright-core"
import type { Opened } from "./browser.ts"

/** The panel is as wide as the browser shows it. */
const PANEL = { width: 400, height: 900 }
/** How long a page may take until it shows what its picture is of. */
const READY = { timeout: 30_000 }

/**
 * Walks the tour's steps and keeps a picture of each. A picture is taken when its page shows what it is of: a page that
 * has only been loaded may still say that it is starting.
 *
 * @returns the file names
 */
export async function takePictures(opened: Opened, ticket: Page, folder: string): Promise<string[]> {
  const files: string[] = []
  const take = async (page: Page, name: string) => {
    await page.screenshot({ path: join(folder, name) })
    files.push(name)
  }
  await ticket.locator("textarea").waitFor(READY)
  await take(ticket, "1-ticket.png")
  const panel = await opened.page("sidepanel.html")
  await panel.setViewportSize(PANEL)
  const insert = panel
    .getByRole("button", { name: "Insert", exact: false })
    .and(panel.locator(":not([aria-disabled=true])"))
  await insert.waitFor(READY)
  await panel.getByRole("button", { name: "Change" }).waitFor(READY)
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
  await panel.getByRole("button", { name: "More" }).click()
  await panel.getByRole("button", { name: "What the model saw" }).click()
  await panel.getByRole("group", { name: "Text as sent", exact: true }).first().waitFor(READY)
  await take(panel, "4-what-the-model-saw.png")
  const popup = await opened.page("popup.html")
  await popup.setViewportSize({ width: 320, height: 600 })
  await popup.getByRole("button", { name: "Sign out" }).waitFor(READY)
  await take(popup, "5-popup.png")
  await popup.close()
  return files
}
