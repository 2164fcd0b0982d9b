import { TokenWanted, type Page } from "../helpdesks/contract/adapter.ts"
import type { ApiAnswer, FromPage } from "../protocol/page.ts"
import { apiAt, type ApiHelpdeskId } from "../ticket/helpdesk-api/helpdesk-api.ts"
import { orAborted } from "../ticket/jobs/or-aborted.ts"

/**
 * Returns the same page, whose helpdesk's API is asked by the background. That has the token, which never comes into a
 * page, and reads nothing but the ticket in front.
 * @param ask sends a message to the background; undefined is no answer
 */
export function withApi(page: Page, ask: (message: FromPage) => Promise<unknown>): Page {
  const tokens = new Set<ApiHelpdeskId>()
  const reading: Page["fetch"] = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input)
    const helpdesk = URL.canParse(address) ? apiAt(new URL(address)) : undefined
    if (helpdesk === undefined) return page.fetch(input, init)
    const asked = ask({ kind: "api-read", helpdesk, address }) as Promise<ApiAnswer | undefined>
    const answer = await (init?.signal ? orAborted(asked, init.signal) : asked)
    // A page that isn't read by itself says so again.
    if (answer?.ok === false && answer.problem === "missing") tokens.delete(helpdesk)
    if (answer?.ok === false && answer.problem !== "unreachable") throw new TokenWanted(answer.problem)
    // Without a status the background doesn't listen, or the organisation has the helpdesk switched off.
    if (!answer?.ok || !("status" in answer)) throw new TypeError("the helpdesk's API was not reached")
    const headers = new Headers()
    if (answer.retryAfter !== undefined) headers.set("retry-after", String(answer.retryAfter))
    return Response.json(answer.json, { status: answer.status, headers })
  }
  // What the page has may change, such as its address, so it is asked each time.
  return Object.defineProperties(Object.create(page) as Page, { fetch: { value: reading }, tokens: { value: tokens } })
}
