import { expect } from "vitest"
import { SCREEN_WIDTH, type Headful, type Target } from "./headful.ts"

/** The side panel of a browser with a window, opened as the popup opens it. */
export async function openSidePanel(browser: Headful): Promise<Target> {
  const worker = await browser.find("/static/background/index.js")
  const own = await browser.open(`chrome-extension://${new URL(worker.url).host}/popup.html`)
  await own.evaluate("chrome.windows.getCurrent().then((window) => chrome.sidePanel.open({ windowId: window.id }))")
  const panel = await browser.find("/sidepanel.html")
  await own.close()
  return panel
}

/** An agent's click into the panel: it has the focus then, and the page has none. */
export async function focusSidePanel(browser: Headful, panel: Target, page: Target): Promise<void> {
  await expect
    .poll(
      async () => {
        // The panel slides in, so its width may still grow.
        const half = await panel.evaluate<number>("innerWidth / 2")
        browser.screen("mousemove", SCREEN_WIDTH - half, 600, "click", 1)
        return panel.evaluate("document.hasFocus()")
      },
      // A busy machine may take many seconds to show the panel.
      { interval: 1000, timeout: 30_000 }
    )
    .toBe(true)
  expect(await page.evaluate("document.hasFocus()")).toBe(false)
}
