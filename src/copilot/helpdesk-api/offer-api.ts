import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { isApiHelpdesk } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { isSiteOn, isTabAllowed } from "../ticket/site-switch.ts"
import type { Services } from "../ticket/ticket-state.ts"
import { hasToken, keepToken } from "./api-tokens.ts"

type Parts = Pick<Services, "browser" | "account" | "page">

/** Tells a page that isn't read by itself, if a token is kept, that its helpdesk's API can be asked. */
export async function offerApi({ browser, account, page }: Parts, tab: { id: number; url: string }, helpdesk: string) {
  if (!isApiHelpdesk(helpdesk) || !(await isSiteOn(browser, new URL(tab.url).origin))) return
  await account.unlock()
  const { cipher } = account.lookups
  if (cipher && (await hasToken(browser.local, cipher, helpdesk))) void page.useApi(tab.id, helpdesk)
}

/** Keeps a token that was typed where no ticket was read, and has the page go by the API. */
export async function keepTokenOfPage(
  { browser, account, page }: Parts,
  { tabId, helpdesk, token }: Extract<PanelCommand, { kind: "panel-token-page" }>
): Promise<CommandAnswer> {
  if (!(await isTabAllowed(browser, tabId))) return { ok: false, code: "policy" }
  await account.unlock()
  const { cipher } = account.lookups
  if (!cipher || token.trim() === "") return { ok: false, code: "not-ready" }
  await keepToken(browser.local, cipher, helpdesk, { token: token.trim() })
  await page.useApi(tabId, helpdesk)
  return { ok: true }
}
