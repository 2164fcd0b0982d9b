import type { Browser, Page } from "playwright-core"
import { offerSource } from "../page-code.ts"

/** Signs an agent in at the page in front, which asks for it. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.locator("input[name=user]").fill(name)
  await page.locator("input[name=pass]").fill("agentpass123")
  await page.locator("form#login input[type=submit]").click()
  await page.locator("#li-preferences .current-user").waitFor({ state: "attached" })
}

/** A page of its own that an agent is signed in on, and into which our own code can be put. */
export async function openAs(browser: Browser, name: string, address: string): Promise<{ page: Page; close(): Promise<void> }> {
  const context = await browser.newContext()
  await offerSource(context)
  const page = await context.newPage()
  await page.goto(address)
  await signIn(page, name)
  return { page, close: () => context.close() }
}
