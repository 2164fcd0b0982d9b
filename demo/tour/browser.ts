import { chromium, type BrowserContext, type Page } from "playwright-core"

/** A browser with the extension in it. */
export interface Opened {
  context: BrowserContext
  /** Id of the extension, as in chrome-extension://ID/. */
  id: string
  /** One of the extension's own pages, as a tab. */
  page(file: string): Promise<Page>
}

export interface OpenOptions {
  program: string
  /** Folder of the unpacked extension. */
  extension: string
  /** Folder of the browser's profile. */
  profile: string
  headless: boolean
  viewport?: { width: number; height: number } | null
}

/**
 * Starts Chromium with the unpacked extension and waits for its service worker.
 *
 * @throws Error with the browser's own words when it doesn't start or loads no extension
 */
export async function openBrowser({ program, extension, profile, headless, viewport = null }: OpenOptions): Promise<Opened> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless,
    viewport,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--no-first-run", "--no-default-browser-check", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      `--disable-extensions-except=${extension}`, `--load-extension=${extension}`
    ]
  })
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: 20_000 }))
  const id = new URL(worker.url()).host
  return {
    context,
    id,
    async page(file) {
      const page = await context.newPage()
      await page.goto(`chrome-extension://${id}/${file}`)
      return page
    }
  }
}

/** Pairs through the popup, as a person does. `address` only where it isn't the one that is filled in. */
export async function pair(opened: Opened, code: string, address?: string): Promise<void> {
  const popup = await opened.page("popup.html")
  if (address) await popup.getByLabel("Relay address").fill(address)
  await popup.getByLabel("Pairing code").fill(code)
  await popup.getByRole("button", { name: "Pair" }).click()
  await popup.getByRole("button", { name: "Sign out" }).waitFor({ timeout: 20_000 })
  await popup.close()
}
