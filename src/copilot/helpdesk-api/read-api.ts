import { getJson } from "../../lookups/get-json.ts"
import { LookupError } from "../../lookups/lookup-error.ts"
import type { ApiAnswer } from "../../protocol/page.ts"
import { helpdeskApis, type ApiHelpdeskId } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import { orAborted } from "../../ticket/jobs/or-aborted.ts"
import type { Services } from "../ticket/ticket-state.ts"
import { apiTokenOf } from "./api-tokens.ts"

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
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url?.origin !== api.origin || !api.mayRead(new URL(pageUrl), url)) return { ok: true, status: 404, json: null }
  const { cipher } = account.lookups
  const token = cipher && (await apiTokenOf(browser.local, cipher, helpdesk))
  if (token === undefined) return { ok: false, problem: "missing" }
  if (!(await browser.permissions.contains(api.origin))) return { ok: false, problem: "not-allowed" }
  const signal = AbortSignal.timeout(LONGEST_MS)
  try {
    const request = { address: url.href, headers: { authorization: `Bearer ${token}` }, session: false, room: ROOM }
    const { json } = await orAborted(getJson(request, clock.now(), signal), signal)
    return json === undefined ? { ok: true, status: 404, json: null } : { ok: true, status: 200, json }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Returns what a page makes of a failure: a status that its adapter knows, or what a person has to do. */
function refusalOf(error: unknown): ApiAnswer {
  if (!(error instanceof LookupError)) return { ok: false, problem: "unreachable" }
  const { code, status = 502, retryAfter } = error
  if (code === "refused") return { ok: false, problem: status === 403 ? "too-narrow" : "refused" }
  if (code === "rate-limited")
    return { ok: true, status: 429, json: null, ...(retryAfter === undefined ? {} : { retryAfter }) }
  return code === "status" ? { ok: true, status, json: null } : { ok: false, problem: "unreachable" }
}

/** In milliseconds. */
const LONGEST_MS = 15_000
/** In bytes: a hundred long mails with their quotations. */
const ROOM = 10_000_000
