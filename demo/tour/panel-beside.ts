import type { Page } from "playwright-core"
import type { Opened } from "./browser.ts"

/**
 * Opens the real side panel in the ticket's window. The browser requires a person's gesture. Evaluating code in one of
 * the extension's own pages with `userGesture` counts as one.
 */
export async function showPanelBeside(opened: Opened, ticket: Page): Promise<void> {
  const own = await opened.page("popup.html")
  const session = await opened.context.newCDPSession(own)
  await session.send("Runtime.evaluate", {
    expression: "chrome.windows.getCurrent().then((window) => chrome.sidePanel.open({ windowId: window.id }))",
    awaitPromise: true,
    userGesture: true
  })
  await own.close()
  await ticket.bringToFront()
}
