import { percentDecoded } from "../../text/words/percent-decoded.ts"
import { LoggedOut, PageChanged, Unreadable, type Page } from "../contract/adapter.ts"
import { isRecord, listOf, recordOf } from "../contract/foreign-json.ts"
import { readJson } from "../contract/session-requests.ts"
import { conversationOf, type ReadConversation } from "./messages.ts"
import type { OpenThread } from "./thread.ts"

const COOKIE = "hubspotapi-csrf"
/** How many messages and events are asked for. HubSpot's own programs ask for as many. */
const LIMIT = 100

/**
 * Reads the conversation that the address names in the agent's session. HubSpot's own page repeats a cookie in a
 * header, and so does this. It is a credential: it is read for one request to the page's own origin, which follows no
 * redirect, and is neither kept nor given to anybody else.
 * @throws LoggedOut, Unreadable, PageChanged, also where the answer may hold a part of the conversation only
 */
export async function readInSession(page: Page, open: OpenThread, signal: AbortSignal): Promise<ReadConversation> {
  if (open.thread === undefined) throw new Unreadable("not-found")
  const asked = `portalId=${open.portal}&expectedResponseType=WRAPPER_V2&includeDeletedHistory=false&historyLimit=${LIMIT}`
  const path = `/api/messages/v2/threadlist/member/${open.thread}/details?${asked}`
  const answer = recordOf(await readJson(page, path, signal, sessionOf(page)), "answer")
  const named = answer["threadId"] ?? (isRecord(answer["thread"]) ? answer["thread"]["id"] : undefined)
  if (named !== undefined && named !== null && String(named) !== open.thread) throw new PageChanged("ticket number")
  const tickets = answer["associatedTicketIds"]
  if (open.ticket && Array.isArray(tickets) && !tickets.map(String).includes(open.ticket))
    throw new PageChanged("ticket number")
  const history = recordOf(answer["recentHistory"], "messages")
  const { results, hasMore } = recordOf(history["messages"], "messages")
  const all = listOf(results, "messages")
  if (hasMore === true || all.length >= LIMIT) throw new PageChanged("end of the messages")
  return { ...conversationOf(all, history["friendlyNameResults"], page.document), status: answer["status"] }
}

function sessionOf({ document }: Page): Record<string, string> {
  const cookie = document.cookie.split("; ").find((one) => one.startsWith(`${COOKIE}=`))
  const value = percentDecoded(cookie?.slice(COOKIE.length + 1) ?? "")
  if (!/^[\w.~+/=-]+$/.test(value)) throw new LoggedOut("the helpdesk's session has ended")
  return { "x-hubspot-csrf-hubspotapi": value }
}
