import { readFileSync } from "node:fs"
import {
  requestTrackerSource,
  type RequestTrackerOptions,
  type Part
} from "../../../src/ingest/sources/request-tracker/request-tracker.ts"
import type { ReadFrom } from "../../../src/ingest/source/source.ts"
import { double, type Answer, type Double } from "../helpdesk/double.ts"
import { fakeClock, never } from "../sources/server.ts"
import { oneThread } from "../tickets/one-thread.ts"
import { gathered } from "../zendesk/account.ts"

type Row = Record<string, unknown> & { id: string }
interface List {
  status: number
  body: { items: Row[] } & Record<string, unknown>
}

/** These are responses of a Request Tracker 5.0.3 with the tickets of tests/live/rt, requested as the import does. */
const recorded = (): Recorded => JSON.parse(readFileSync(new URL("recorded/answers.json", import.meta.url), "utf8"))
interface Recorded {
  rt: Answer
  tickets: List
  transactions: Record<string, List>
  attachments: Record<string, List>
  users: Record<string, Answer>
  classes: List
  articles: Record<string, List>
  unauthorized: Answer
  forbidden: Answer
  notFound: Answer
}

/** A Request Tracker of recorded rows, which a test may change, as far as the import requests them. */
export interface RequestTrackerDouble extends Double, Recorded {
  /** A request must carry this header. If it is undefined, any header is accepted. */
  authorization: string | undefined
  /** Returns a ticket's row. @throws if there is none */
  ticket(id: number): Row
  /** Adds a ticket that is a copy of another one, with its mails. */
  copy(from: number, id: number, changes?: Record<string, unknown>): void
}

export async function requestTrackerDouble(): Promise<RequestTrackerDouble> {
  const server = await double((address, { headers }) => {
    const isKnown =
      tracker.authorization === undefined
        ? headers.authorization !== undefined
        : headers.authorization === tracker.authorization
    return isKnown ? route(tracker, address) : tracker.unauthorized
  })
  const ticket = (id: number): Row => {
    const row = tracker.tickets.body.items.find((one) => one.id === String(id))
    if (!row) throw new Error(`no ticket ${id}`)
    return row
  }
  const tracker: RequestTrackerDouble = Object.assign(server, recorded(), {
    authorization: undefined,
    ticket,
    copy(from: number, id: number, changes: Record<string, unknown> = {}) {
      tracker.tickets.body.items.push({ ...structuredClone(ticket(from)), id: String(id), ...changes })
      const [transactions, attachments] = [tracker.transactions[from], tracker.attachments[from]]
      if (!transactions || !attachments) return
      const other = (own: unknown) => String(id * 10_000 + Number(own))
      tracker.transactions[id] = {
        ...transactions,
        body: { ...transactions.body, items: transactions.body.items.map((row) => ({ ...row, id: other(row.id) })) }
      }
      tracker.attachments[id] = {
        ...attachments,
        body: {
          ...attachments.body,
          items: attachments.body.items.map((row) => ({
            ...row,
            id: other(row.id),
            TransactionId: other(row["TransactionId"])
          }))
        }
      }
    }
  })
  return tracker
}

function route(tracker: RequestTrackerDouble, { pathname, searchParams: asked }: URL): Answer {
  const [, list = "", name = ""] = /\/REST\/2\.0\/([a-z]+)(?:\/(.*))?$/.exec(pathname) ?? []
  const query = asked.get("query") ?? ""
  switch (list) {
    case "rt":
      return tracker.rt
    // A queue that doesn't exist and one that may not be seen get the same response.
    case "queue":
      return tracker.tickets.body.items.some((row) =>
        JSON.stringify(row["Queue"]).toLowerCase().includes(`"${name.toLowerCase()}"`)
      )
        ? { status: 200, body: { Name: name } }
        : tracker.forbidden
    case "user":
      return tracker.users[decodeURIComponent(name)] ?? tracker.notFound
    case "tickets":
      return page(
        tracker.tickets.body.items.filter((row) => matches(row, query)),
        asked,
        true
      )
    case "transactions":
      return page(
        tracker.transactions[/TicketId = (\d+)/.exec(query)?.[1] ?? ""]?.body.items.filter(({ Type }) =>
          query.includes(`'${String(Type)}'`)
        ) ?? [],
        asked,
        false
      )
    case "attachments": {
      const wanted = new Set(idsIn(query, "TransactionId"))
      return page(
        Object.values(tracker.attachments)
          .flatMap(({ body }) => body.items)
          .filter((row) => wanted.has(String(row["TransactionId"]))),
        asked,
        false
      )
    }
    case "classes":
      return page(tracker.classes.body.items, asked, false)
    case "articles":
      return page(tracker.articles[idsIn(query, "Class")[0] ?? ""]?.body.items ?? [], asked, false)
    default:
      return tracker.notFound
  }
}

const idsIn = (query: string, field: string): string[] =>
  JSON.parse(query).flatMap((one: { field: string; value: string }) => (one.field === field ? [one.value] : []))

/** Evaluates the part of the query language that the import writes. */
function matches(row: Row, query: string): boolean {
  const statuses = [...query.matchAll(/Status = '([^']*)'/g)].map(([, status]) => status)
  const queues = [...query.matchAll(/Queue = '([^']*)'/g)].map(([, queue]) => queue)
  const { Name } = Object(row["Queue"])
  const after = /LastUpdated > '([^']*)'/.exec(query)?.[1]?.replace(" ", "T")
  return (
    row["Status"] !== "deleted" &&
    (statuses.length === 0 || statuses.includes(String(row["Status"]))) &&
    (queues.length === 0 || queues.includes(Name)) &&
    Number(row.id) > Number(/id > (\d+)/.exec(query)?.[1] ?? 0) &&
    (after === undefined || Date.parse(String(row["LastUpdated"])) > Date.parse(`${after}Z`))
  )
}

/** Returns a page of a list. The total is stated for some lists only. */
function page(rows: Row[], asked: URLSearchParams, total: boolean): Answer {
  const [size, number] = [Math.min(100, Number(asked.get("per_page"))), Number(asked.get("page"))]
  const sorted = rows.toSorted((a, b) => (Number(a.id) - Number(b.id)) * (asked.get("order") === "DESC" ? -1 : 1))
  const items = sorted.slice((number - 1) * size, number * size)
  return {
    status: 200,
    body: {
      items,
      count: items.length,
      per_page: size,
      page: number,
      total: total ? rows.length : null,
      pages: total ? Math.ceil(rows.length / size) : null
    }
  }
}

/** Starts a double whose tickets 1, 2, 9 and 12 are resolved, and returns functions that read it. */
export async function desk(fill: (tracker: RequestTrackerDouble) => void = () => undefined) {
  const tracker = await requestTrackerDouble()
  for (const row of tracker.tickets.body.items) row["Status"] = "resolved"
  // A mere question to the customer isn't an answer, so this message continues.
  for (const row of tracker.attachments[9]?.body.items ?? [])
    if (row["ContentType"] === "text/html" && row["TransactionId"] === "153")
      row["Content"] =
        `${String(row["Content"])}<ul><li>We correct <b>both</b> invoices</li><li>and send them anew.</li></ul><p style="display:none">HIDDEN</p>`
  fill(tracker)
  const clock = fakeClock(Date.parse("2026-11-21T14:00:00Z"))
  const date = (): { headers: Record<string, string> } => ({ headers: { date: new Date(clock.now()).toUTCString() } })
  tracker.rt = { ...tracker.rt, ...date() }
  const sourceOf = (part: Part, options: Partial<RequestTrackerOptions> = {}) =>
    requestTrackerSource({
      base: new URL(`${tracker.url}/rt/`),
      part,
      authorization: "token 1-2-3",
      clock,
      allowHosts: [tracker.host],
      perSecond: 1000,
      masker: oneThread,
      ...options
    })
  return {
    tracker,
    clock,
    sourceOf,
    read: (part: Part, from: ReadFrom = {}, options: Partial<RequestTrackerOptions> = {}, signal = never()) =>
      gathered(sourceOf(part, options).read(from, signal))
  }
}
