import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { managedPolicy } from "../session/managed-policy.ts"
import { HelpdeskPageFault } from "./page-client.ts"
import { isTabAllowed } from "./site-switch.ts"
import type { Services } from "./ticket-state.ts"

/**
 * Has a page that no adapter knows make a ticket of what is selected in it. The page then says that this ticket is
 * open, and everything goes on as with any other.
 */
export async function takeSelection(
  { browser, page, tabs }: Pick<Services, "browser" | "page" | "tabs">,
  of: Extract<PanelCommand, { kind: "panel-take-selection" }>["of"]
): Promise<CommandAnswer> {
  const tabId = "tabId" in of ? of.tabId : (await tabs.byKey(of.ticket))?.tabId
  if (tabId === undefined) return { ok: false, code: "other-ticket" }
  if (!(await isTabAllowed(browser, tabId))) return { ok: false, code: "policy" }
  if ((await managedPolicy(browser)).isOff("selectedText")) return { ok: false, code: "switched-off" }
  try {
    await browser.contentScripts.injectDesk(tabId)
  } catch {
    // The browser refuses it on a site that isn't allowed, and the tab may have gone.
    return { ok: false, code: "site-off" }
  }
  try {
    await page.takeSelection(tabId)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof HelpdeskPageFault)) throw error
    return { ok: false, code: error.notice.code }
  }
}
