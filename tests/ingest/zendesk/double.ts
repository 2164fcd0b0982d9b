import type { IncomingMessage, ServerResponse } from "node:http"
import { serve, type TestServer } from "../sources/server.ts"

type Row = Record<string, unknown> & { id: number }

/**
 * A small Zendesk whose API answers in Zendesk's wire format and fails as configured. Everything may be changed between
 * two reads.
 */
export interface ZendeskDouble extends TestServer {
  articles: Row[]
  sections: Row[]
  categories: Row[]
  user_segments: Row[]
  helpLocales: string[]
  macros: Row[]
  groups: Row[]
  items: Row[]
  locales: Row[]
  users: Row[]
  tickets: Row[]
  metric_sets: Row[]
  /** These are the comments by ticket. */
  comments: Map<number, Row[]>
  /** A page of every list but the export's has this many rows, whatever is requested. */
  pageSize: number
  exportSize: number
  /** Returns what happens to a request, in order of arrival. undefined answers as usual. */
  trouble: (path: string, nth: number) => Trouble | undefined
  /** A request must carry this `Basic` or `Bearer` value. If it is undefined, any value is accepted. */
  authorization: string | undefined
}

export type Trouble =
  | { status: 401 | 403 | 404 | 500 | 502 | 503 }
  | { status: 429; after: number; as: "json" | "text" }
  /** The connection is cut before the response or in the middle of it. */
  | { cut: "before" | "within" }
  /** The headers are sent, and then nothing. */
  | { silent: true }
  | { body: string; status?: number; headers?: Record<string, string> }

export async function zendeskDouble(): Promise<ZendeskDouble> {
  const counts = new Map<string, number>()
  const server = await serve((incoming, outgoing) => answer(double, counts, incoming, outgoing))
  const double: ZendeskDouble = {
    ...server,
    articles: [],
    sections: [],
    categories: [],
    user_segments: [],
    helpLocales: ["en-us"],
    macros: [],
    groups: [],
    items: [],
    locales: [],
    users: [],
    tickets: [],
    metric_sets: [],
    comments: new Map(),
    pageSize: 100,
    exportSize: 1000,
    trouble: () => undefined,
    authorization: undefined
  }
  return double
}

function answer(
  double: ZendeskDouble,
  counts: Map<string, number>,
  { url = "/", headers }: IncomingMessage,
  outgoing: ServerResponse
): void {
  const { pathname, searchParams: query } = new URL(url, double.url)
  const path = pathname.replace(/^\/api\/v2\//, "")
  const nth = (counts.get(path) ?? 0) + 1
  counts.set(path, nth)
  const send = (status: number, body: unknown, more: Record<string, string> = {}) => {
    outgoing
      .writeHead(status, {
        "content-type": typeof body === "string" ? "text/plain" : "application/json; charset=utf-8",
        ...more
      })
      .end(typeof body === "string" ? body : JSON.stringify(body))
  }
  const trouble = double.trouble(path, nth)
  if (trouble && "cut" in trouble) {
    if (trouble.cut === "before") return void outgoing.destroy()
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": "1000" })
    outgoing.write('{"articles":[')
    return void setTimeout(() => outgoing.destroy(), 5)
  }
  if (trouble && "silent" in trouble)
    return void outgoing.writeHead(200, { "content-type": "application/json" }).flushHeaders()
  if (trouble && "body" in trouble) return send(trouble.status ?? 200, trouble.body, trouble.headers)
  if (trouble?.status === 429)
    return send(
      429,
      trouble.as === "json"
        ? { error: "APIRateLimitExceeded", description: "Number of allowed API requests per minute exceeded" }
        : "Number of allowed API requests per minute exceeded",
      { "retry-after": String(trouble.after) }
    )
  const isKnown =
    double.authorization === undefined
      ? headers.authorization !== undefined
      : headers.authorization === double.authorization
  if (!isKnown || trouble?.status === 401) return send(401, { error: "Couldn't authenticate you" })
  if (trouble)
    return send(trouble.status, { error: trouble.status === 403 ? "Forbidden" : "RecordNotFound", description: "" })
  const found = route(double, path, query)
  if (found) send(200, found, { "ratelimit-limit": "700", "ratelimit-remaining": "600", "ratelimit-reset": "30" })
  else send(404, { error: "RecordNotFound", description: "Not found" })
}

function route(double: ZendeskDouble, path: string, query: URLSearchParams): object | undefined {
  const [, ticketId] = /^tickets\/(\d+)\/comments\.json$/.exec(path) ?? []
  if (ticketId !== undefined) return commentsOf(double, Number(ticketId), query)
  switch (path) {
    case "help_center/articles.json":
      // Offset pages state a count, and cursor pages don't.
      return query.has("page[size]")
        ? cursorPage("articles", double.articles, double.pageSize, query)
        : {
            articles: double.articles.slice(0, Number(query.get("per_page") ?? 30)),
            count: double.articles.length,
            next_page: null
          }
    case "help_center/incremental/articles.json":
      return changedArticles(double, Number(query.get("start_time")))
    case "help_center/locales.json":
      return { locales: double.helpLocales, default_locale: double.helpLocales[0] }
    case "help_center/sections.json":
      return cursorPage("sections", double.sections, double.pageSize, query)
    case "help_center/categories.json":
      return cursorPage("categories", double.categories, double.pageSize, query)
    case "help_center/user_segments.json":
      return cursorPage("user_segments", double.user_segments, double.pageSize, query)
    case "groups.json":
      return cursorPage("groups", double.groups, double.pageSize, query)
    case "dynamic_content/items.json":
      return cursorPage("items", double.items, double.pageSize, query)
    case "locales.json":
      return cursorPage("locales", double.locales, double.pageSize, query)
    case "macros.json":
      return offsetPage("macros", double.macros, query)
    case "users/show_many.json":
      return { users: double.users.filter(({ id }) => (query.get("ids") ?? "").split(",").includes(String(id))) }
    case "incremental/tickets/cursor.json":
      return exported(double, query)
    default:
      return undefined
  }
}

function cursorPage(list: string, rows: Row[], size: number, query: URLSearchParams): Record<string, unknown> {
  const from = Number(Buffer.from(query.get("page[after]") ?? "", "base64").toString() || 0)
  const to = from + Math.min(size, Number(query.get("page[size]")))
  return {
    [list]: rows.slice(from, to),
    meta: { has_more: to < rows.length, after_cursor: Buffer.from(String(to)).toString("base64"), before_cursor: null },
    links: { next: null, prev: null }
  }
}

function offsetPage(list: string, rows: Row[], query: URLSearchParams): object {
  const [size, page] = [Number(query.get("per_page") ?? 100), Number(query.get("page") ?? 1)]
  return {
    [list]: rows.slice((page - 1) * size, page * size),
    next_page: page * size < rows.length ? "…" : null,
    previous_page: null,
    count: rows.length
  }
}

const seconds = (at: unknown) => Math.floor(Date.parse(String(at)) / 1000)

function changedArticles({ articles }: ZendeskDouble, from: number): object {
  const changed = articles
    .filter(({ updated_at }) => seconds(updated_at) >= from)
    .sort((a, b) => seconds(a["updated_at"]) - seconds(b["updated_at"]))
  const shown = changed.slice(0, 1000)
  const end = seconds(shown.at(-1)?.["updated_at"] ?? "")
  return {
    articles: shown,
    count: shown.length,
    end_time: Number.isNaN(end) ? null : end,
    next_page: shown.length > 0 ? `…/incremental/articles.json?start_time=${end}` : null
  }
}

/** Returns a page of the export. The cursor points after the last listed ticket, by its time and id. */
function exported({ tickets, users, metric_sets, exportSize }: ZendeskDouble, query: URLSearchParams): object {
  const inOrder = tickets.toSorted((a, b) => seconds(a["updated_at"]) - seconds(b["updated_at"]) || a.id - b.id)
  const [time = 0, id = 0] = query.has("cursor")
    ? atob(query.get("cursor") ?? "")
        .split("|")
        .map(Number)
    : [Number(query.get("start_time")), 0]
  const rest = inOrder.filter(
    (ticket) => seconds(ticket["updated_at"]) > time || (seconds(ticket["updated_at"]) === time && ticket.id > id)
  )
  const shown = rest.slice(0, Math.min(exportSize, Number(query.get("per_page") ?? 1000)))
  const last = shown.at(-1)
  return {
    tickets: shown,
    users: users.filter((user) =>
      shown.some(({ requester_id, assignee_id }) => [requester_id, assignee_id].includes(user.id))
    ),
    metric_sets: metric_sets.filter(({ ticket_id }) => shown.some((ticket) => ticket.id === ticket_id)),
    after_cursor: last ? btoa(`${seconds(last["updated_at"])}|${last.id}`) : query.get("cursor"),
    after_url: null,
    before_cursor: null,
    end_of_stream: shown.length === rest.length
  }
}

function commentsOf(
  { comments, users, pageSize }: ZendeskDouble,
  ticketId: number,
  query: URLSearchParams
): object | undefined {
  const rows = comments.get(ticketId)
  if (!rows) return undefined
  const page = cursorPage("comments", query.get("sort") === "-created_at" ? rows.toReversed() : rows, pageSize, query)
  const shown = Array.isArray(page["comments"]) ? page["comments"] : []
  return { ...page, users: users.filter((user) => shown.some(({ author_id }: Row) => author_id === user.id)) }
}
