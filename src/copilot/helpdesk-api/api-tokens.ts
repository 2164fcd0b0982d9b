import * as z from "zod/mini"
import type { KeyValue } from "../../platform/key-value.ts"
import type { Cipher } from "../../store/cipher.ts"
import { type ApiHelpdeskId, isApiHelpdesk } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { opened, sealed } from "../session/sealed-value.ts"
import type { CommandAnswer, PanelCommand } from "../../protocol/panel.ts"
import { isSiteOn, isTabAllowed } from "../ticket/site-switch.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { openTicket } from "../prepare/open-ticket.ts"

/** A token, and its account as far as the API was asked whose it is. */
interface KeptToken {
  token: string
  account?: string
}

/** Returns the token that a person typed for a helpdesk's API, or undefined if there is none. */
export async function apiTokenOf(
  local: KeyValue,
  cipher: Cipher,
  helpdesk: ApiHelpdeskId
): Promise<KeptToken | undefined> {
  const kept = await opened(local, cipher, NAME, schema)
  const { [helpdesk]: token, [accountOf(helpdesk)]: account } = kept ?? {}
  return token === undefined ? undefined : { token, ...(account === undefined ? {} : { account }) }
}

/** Returns whether a person typed a token for a helpdesk's API. */
const hasToken = async (local: KeyValue, cipher: Cipher, helpdesk: ApiHelpdeskId): Promise<boolean> =>
  (await apiTokenOf(local, cipher, helpdesk)) !== undefined

/** Keeps a token encrypted, in the place of the one before. "" forgets it. */
export async function keepToken(
  local: KeyValue,
  cipher: Cipher,
  helpdesk: ApiHelpdeskId,
  { token, account }: KeptToken
): Promise<void> {
  const before = (await opened(local, cipher, NAME, schema)) ?? {}
  const { [helpdesk]: _token, [accountOf(helpdesk)]: _account, ...others } = before
  const kept = {
    ...others,
    ...(token === "" ? {} : { [helpdesk]: token, ...(account === undefined ? {} : { [accountOf(helpdesk)]: account }) })
  }
  if (Object.keys(kept).length === 0) return local.remove(NAME)
  await local.set(NAME, await sealed(cipher, NAME, kept))
}

const NAME = "helpdesk-tokens"
const accountOf = (helpdesk: ApiHelpdeskId) => `account of ${helpdesk}`
const schema = z.record(z.string(), z.string())

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

/** Keeps the token for the API by which the ticket's helpdesk is read, and reads the ticket with it. "" forgets it. */
export async function changeToken(services: Services, state: TicketState, token: string): Promise<CommandAnswer> {
  const { helpdesk } = state.ticket
  const { cipher } = services.account.lookups
  if (!isApiHelpdesk(helpdesk) || !cipher) return { ok: false, code: "not-ready" }
  await keepToken(services.browser.local, cipher, helpdesk, { token: token.trim() })
  if (token.trim() !== "") await openTicket(services, state)
  return { ok: true }
}
