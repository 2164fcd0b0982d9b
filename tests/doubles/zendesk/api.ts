import type { ServerResponse } from "node:http"
import { preview, type ZendeskMacro } from "./macros.ts"
import { users, type ZendeskTicket } from "./tickets.ts"

/** How the double misbehaves, and what happened to it. */
export interface ZendeskState {
  tickets: Map<number, ZendeskTicket>
  /** The session has ended: API calls get a 401, or are sent to the login page. */
  loggedOut: false | "401" | "redirect"
  /** So many of the next API calls are told to slow down. */
  limit: { times: number; retryAfter?: string; body: "json" | "text" }
  /** The conversation log heeds no order, or this account has none. */
  log: "sorted" | "unsorted" | "missing"
  /** Whether this agent may list the tickets that somebody requested. */
  requested: "allowed" | "forbidden"
  macros: ZendeskMacro[]
  /** How a macro is previewed; "missing": not at all. */
  preview: "rendered" | "raw" | "missing"
  /** Ms before each API answer. */
  delay: number
  /** Paths of API calls, as asked. */
  calls: string[]
  /** What an agent has really sent. */
  sent: { ticketId: number; channel: string; text: string }[]
}

/** Answers one API call by the rules of Zendesk's reference: cursor pages, sideloaded users, errors in its words. */
export function answerApi(state: ZendeskState, url: URL, response: ServerResponse): void {
  state.calls.push(url.pathname + url.search)
  if (state.loggedOut === "401") return json(response, 401, { error: "Couldn't authenticate you" })
  if (state.loggedOut === "redirect") return void response.writeHead(302, { location: "/access/login" }).end()
  if (state.limit.times > 0) return slowDown(state, response)
  const path = url.pathname.replace("/api/v2/", "")
  if (path === "users/me.json") return json(response, 200, { user: users[0] })
  if (path.includes("macros")) return answerMacros(state, url, path, response)
  const [, requester] = /^users\/(\d+)\/tickets\/requested\.json$/.exec(path) ?? []
  if (requester !== undefined) return answerRequested(state, url, Number(requester), response)
  const [, id, rest] = /^tickets\/(\d+)(\.json|\/comments\.json|\/conversation_log)$/.exec(path) ?? []
  const ticket = state.tickets.get(Number(id))
  if (!ticket) return json(response, 404, { error: "RecordNotFound", description: "Not found" })
  if (rest === ".json")
    return json(response, 200, { ticket: withoutThread(ticket), ...sideload(url, [ticket.requester_id, 9001, 9103]) })
  if (rest === "/conversation_log") return answerLog(state, url, ticket, response)
  const one = page(url, "comments", sorted(url, ticket.comments))
  return json(response, 200, {
    ...one,
    ...sideload(
      url,
      one.items.map(({ author_id }) => author_id)
    )
  })
}

/** "List Tickets" of one requester: pages by offset are sorted, and a role may be kept from it. */
function answerRequested(state: ZendeskState, url: URL, requester: number, response: ServerResponse): void {
  if (state.requested === "forbidden") return json(response, 403, { error: "Forbidden" })
  const own = [...state.tickets.values()].filter(({ requester_id }) => requester_id === requester)
  const isNewestFirst =
    url.searchParams.get("sort_by") === "created_at" && url.searchParams.get("sort_order") === "desc"
  const tickets = own
    .map((ticket) => ({
      ...withoutThread(ticket),
      created_at: ticket.comments[0]?.created_at ?? ticket.events[0]?.created_at
    }))
    .sort((a, b) => (isNewestFirst ? b.id - a.id : a.id - b.id))
    .slice(0, Number(url.searchParams.get("per_page") ?? 100))
  json(response, 200, { tickets, next_page: null, previous_page: null, count: own.length })
}

function answerLog(state: ZendeskState, url: URL, { events }: ZendeskTicket, response: ServerResponse): void {
  if (state.log === "missing") return json(response, 404, { error: "InvalidEndpoint", description: "Not found" })
  json(response, 200, page(url, "events", state.log === "unsorted" ? events : sorted(url, events)))
}

/** Active ones that this agent may apply, one, or what one would write to a ticket. */
function answerMacros(state: ZendeskState, url: URL, path: string, response: ServerResponse): void {
  if (path === "macros.json")
    return json(
      response,
      200,
      page(
        url,
        "macros",
        state.macros.filter(({ active }) => active)
      )
    )
  const [, ticketId, macroId] = /^(?:tickets\/(\d+)\/)?macros\/(\d+)(?:\/apply)?\.json$/.exec(path) ?? []
  const macro = state.macros.find(({ id }) => id === Number(macroId))
  const ticket = state.tickets.get(Number(ticketId))
  if (!macro || (ticketId && (!ticket || state.preview === "missing")))
    return json(response, 404, { error: "RecordNotFound", description: "Not found" })
  json(response, 200, ticket ? preview(state, macro, ticket) : { macro })
}

function sorted<T>(url: URL, oldestFirst: T[]): T[] {
  return url.searchParams.get("sort") === "-created_at" ? oldestFirst.toReversed() : oldestFirst
}

/** Cursor pages of at most 100; without `page[size]` Zendesk pages by offset, which nobody should rely on here. */
function page<T>(url: URL, list: string, all: T[]) {
  const size = Math.min(100, Number(url.searchParams.get("page[size]") ?? 0)) || 25
  const after = url.searchParams.get("page[after]")
  const from = after ? Number(Buffer.from(after, "base64").toString()) : 0
  const items = all.slice(from, from + size)
  const end = from + items.length
  return {
    [list]: items,
    items,
    meta: { has_more: end < all.length, after_cursor: Buffer.from(String(end)).toString("base64"), before_cursor: null }
  }
}

function sideload(url: URL, ids: number[]) {
  return url.searchParams.get("include") === "users" ? { users: users.filter(({ id }) => ids.includes(id)) } : {}
}

function withoutThread({ comments: _c, events: _e, channel: _ch, ...ticket }: ZendeskTicket) {
  return ticket
}

function slowDown({ limit }: ZendeskState, response: ServerResponse): void {
  limit.times--
  if (limit.retryAfter !== undefined) response.setHeader("retry-after", limit.retryAfter)
  if (limit.body === "json") return json(response, 429, { error: "TooManyRequests", description: "Rate limit reached" })
  // Named HTML, as in the vendor's own example: it must not be taken for a login page.
  response
    .writeHead(429, { "content-type": "text/html; charset=utf-8" })
    .end("Number of allowed API requests per minute exceeded")
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "max-age=0, private, must-revalidate"
    })
    .end(JSON.stringify(body))
}
