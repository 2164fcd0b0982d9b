import { percentDecoded } from "../../text/words/percent-decoded.ts"
import { LoggedOut, PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { isRecord, recordOf, type ForeignRecord } from "../contract/foreign-json.ts"
import { readJson } from "../contract/session-requests.ts"
import { LIMIT } from "./messages.ts"
import { openThread } from "./thread.ts"

const COOKIE = "hubspotapi-csrf"

/**
 * Reads the conversation in front in the agent's session. HubSpot's own page repeats a cookie in a header, and so does
 * this. It is a credential: it is read for one request to the page's own origin, which follows no redirect, and is
 * neither kept nor given to anybody else.
 * @throws LoggedOut, Unreadable, PageChanged
 */
export async function readConversation(page: Page, ticketId: string, signal: AbortSignal): Promise<ForeignRecord> {
  signal.throwIfAborted()
  const open = openThread(page.url)
  if (open?.ticketId !== ticketId) throw new Unreadable("not-found")
  const asked = `portalId=${open.portal}&expectedResponseType=WRAPPER_V2&includeDeletedHistory=false&historyLimit=${LIMIT}`
  const path = `/api/messages/v2/threadlist/member/${open.thread}/details?${asked}`
  const answer = recordOf(await readJson(page, path, signal, sessionOf(page)), "answer")
  const named = answer["threadId"] ?? (isRecord(answer["thread"]) ? answer["thread"]["id"] : undefined)
  if (named !== undefined && named !== null && String(named) !== open.thread) throw new PageChanged("ticket number")
  const tickets = answer["associatedTicketIds"]
  if (open.ticket && Array.isArray(tickets) && !tickets.map(String).includes(open.ticket))
    throw new PageChanged("ticket number")
  return answer
}

function sessionOf({ document }: Page): Record<string, string> {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${COOKIE}=`))
  const value = percentDecoded(cookie?.slice(COOKIE.length + 1) ?? "")
  if (!/^[\w.~+/=-]+$/.test(value)) throw new LoggedOut("the helpdesk's session has ended")
  return { "x-hubspot-csrf-hubspotapi": value }
}
