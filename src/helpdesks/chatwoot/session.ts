import { LoggedOut, type Page } from "../contract/adapter.ts"
import { isRecord } from "../contract/foreign-json.ts"
import { readJson } from "../contract/session-requests.ts"

const COOKIE = "cw_d_session_info"
const HEADERS = ["access-token", "token-type", "client", "expiry", "uid"]

/**
 * Reads JSON of one account in the agent's session. Chatwoot's own page authenticates by headers that it takes from a
 * cookie, and so does this. They are a credential: they are read for one request to the page's own origin, which
 * follows no redirect, and are neither kept nor given to anybody else.
 * @throws LoggedOut, Unreadable, PageChanged
 */
export function readAccount(page: Page, accountId: string, path: string, signal: AbortSignal): Promise<unknown> {
  return readJson(page, `/api/v1/accounts/${accountId}/${path}`, signal, sessionOf(page))
}

/** Does the same for the signed-in agent. */
export function readProfile(page: Page, signal: AbortSignal): Promise<unknown> {
  return readJson(page, "/api/v1/profile", signal, sessionOf(page))
}

function sessionOf({ document }: Page): Record<string, string> {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${COOKIE}=`))
  const session = parse(cookie?.slice(COOKIE.length + 1) ?? "")
  return Object.fromEntries(
    HEADERS.map((name) => {
      const value = session[name]
      if (typeof value !== "string" || value === "") throw new LoggedOut("the helpdesk's session has ended")
      return [name, value]
    })
  )
}

function parse(value: string): Record<string, unknown> {
  try {
    const session: unknown = JSON.parse(decodeURIComponent(value))
    return isRecord(session) ? session : {}
  } catch (error) {
    // Whoever is signed out has no cookie, or an empty one.
    if (error instanceof SyntaxError || error instanceof URIError) return {}
    throw error
  }
}
