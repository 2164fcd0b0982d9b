import type { Browser, Page } from "playwright-core"

/** Signs an agent in at the page in front, which asks for it. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.locator("input[name=user]").fill(name)
  await page.locator("input[name=pass]").fill("agentpass123")
  await page.locator("form#login input[type=submit]").click()
  await page.locator("#li-preferences .current-user").waitFor({ state: "attached" })
}

/** A page of its own that an agent is signed in on. */
export async function openAs(browser: Browser, name: string, address: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(address)
  await signIn(page, name)
  return page
}

/** The one page of each agent, signed in when first asked for: a new one for each test took longer than most tests. */
export function agentPages(browser: () => Browser, url: () => string): (name: string) => Promise<Page> {
  const pages = new Map<string, Promise<Page>>()
  return (name) => {
    const page = pages.get(name) ?? openAs(browser(), name, url())
    pages.set(name, page)
    return page
  }
}
