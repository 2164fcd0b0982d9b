import { getJson, LookupFault } from "../../lookups/get-json.ts"
import type { ApiAnswer } from "../../protocol/page.ts"
import { helpdeskApis, type ApiHelpdeskId } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { orAborted } from "../../ticket/jobs/or-aborted.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { apiTokenOf, keepToken } from "./api-tokens.ts"

/**
 * Reads the ticket that a page's own address names, in the helpdesk's API with the token that its person typed. A page
 * gets nothing else for it, whatever it asks, and never the token.
 * @param pageUrl the page that asks, as the browser says it
 */
export async function readApi(
  { browser, account, clock }: Pick<Services, "browser" | "account" | "clock">,
  pageUrl: string,
  { helpdesk, address }: { helpdesk: ApiHelpdeskId; address: string }
): Promise<ApiAnswer> {
  const api = helpdeskApis[helpdesk]
  const page = new URL(pageUrl)
  const url = URL.canParse(address) ? new URL(address) : undefined
  const may = url?.origin === api.origin && api.mayRead(page, url)
  if (!url || !may) return NOTHING
  const { cipher } = account.lookups
  const kept = cipher && (await apiTokenOf(browser.local, cipher, helpdesk))
  if (!kept) return { ok: false, problem: "missing" }
  if (!(await browser.permissions.contains(api.origin))) return { ok: false, problem: "not-allowed" }
  const { token } = kept
  const signal = AbortSignal.timeout(MAX_MS)
  const get = async (what: string): Promise<unknown> => {
    const request = { address: what, headers: { authorization: `Bearer ${token}` }, session: false, room: ROOM }
    return (await orAborted(getJson(request, clock.now(), signal), signal)).json
  }
  /** Asks once whose a token is, and keeps it with the token. */
  const accountOfToken = async ({ address: path, named }: NonNullable<typeof api.account>) => {
    const account = named(await get(api.origin + path))
    const isKept = (await apiTokenOf(browser.local, cipher, helpdesk))?.token === token
    if (account && isKept) await keepToken(browser.local, cipher, helpdesk, { token, account })
    return account
  }
  try {
    if (api.account && (kept.account ?? (await accountOfToken(api.account))) !== api.account.of(page))
      return { ok: false, problem: "other-account" }
    if (typeof may === "object" && !may.says(await get(api.origin + may.address))) return NOTHING
    const json = await get(url.href)
    return json === undefined ? NOTHING : { ok: true, status: 200, json }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Notes in a ticket, and shows, what was heard of its helpdesk's API. If nothing was, what was heard before stays. */
export function noteApi({ show }: Pick<Services, "show">, state: TicketState, answer: ApiAnswer): void {
  const heard = answer.ok ? "answered" : answer.problem
  if (heard === "unreachable" || heard === state.api) return
  state.api = heard
  show(state)
}

/** What isn't there, and what a page may not have. */
const NOTHING: ApiAnswer = { ok: true, status: 404, json: null }

/** Returns what a page makes of a failure: a status that its adapter knows, or what a person has to do. */
function refusalOf(error: unknown): ApiAnswer {
  if (!(error instanceof LookupFault)) return { ok: false, problem: "unreachable" }
  const { code, status = 502, retryAfter } = error
  if (code === "refused") return { ok: false, problem: status === 403 ? "too-narrow" : "refused" }
  if (code === "rate-limited")
    return { ok: true, status: 429, json: null, ...(retryAfter === undefined ? {} : { retryAfter }) }
  return code === "status" ? { ok: true, status, json: null } : { ok: false, problem: "unreachable" }
}

/** In milliseconds. */
const MAX_MS = 15_000
/** In bytes: a hundred long mails with their quotations. */
const ROOM = 10_000_000
