import { existsSync, readFileSync } from "node:fs"

type Row = Record<string, unknown>
export interface Recording {
  ticket: Row[]
  history: Row[]
  attachments: Row[]
  users: Record<string, Row>
  /** Where this ticket was merged into. */
  heir?: string
}

const folder = "tests/pages/rt"
const text = (name: string) => readFileSync(`${folder}/${name}`, "utf8")
const items = (name: string): Row[] => JSON.parse(text(name)).items
const users: Record<string, Row> = JSON.parse(text("users.json"))

/** REST2 answers of a case; a case without its own shows a ticket that another case has whole. */
export function recordingOf(name: string): Recording {
  const id = String(JSON.parse(text(`${name}/expected.json`)).ticketId)
  const source = existsSync(`${folder}/${name}/rest-ticket.json`) ? name : { 1: "refund", 8: "long-thread-25" }[id]
  if (!source) throw new Error(`no recording of ticket ${id}`)
  return {
    ticket: items(`${source}/rest-ticket.json`),
    history: items(`${source}/rest-history.json`),
    attachments: items(`${source}/rest-attachments.json`),
    users
  }
}

/** REST2 as far as it is asked: pages, order, fields, and JSON searches. */
export function answerRest(recording: Recording, url: URL): Response {
  const path = url.pathname.replace("/REST/2.0", "")
  const get = (name: string) => url.searchParams.get(name)
  if (path === "/tickets")
    return list(
      recording.ticket.filter(({ id }) => get("query") === `id=${id}`),
      url
    )
  const user = /^\/user\/(.+)$/.exec(path)?.[1]
  if (user)
    return recording.users[decodeURIComponent(user)]
      ? Response.json(recording.users[decodeURIComponent(user)])
      : notFound()
  if (recording.heir && /^\/ticket\/\d+$/.test(path))
    return Response.json({ id: recording.heir, EffectiveId: { id: recording.heir, type: "ticket" } })
  if (/^\/ticket\/\d+\/history$/.test(path)) return list(recording.history, url)
  if (/^\/ticket\/\d+\/attachments$/.test(path)) return list(recording.attachments, url)
  return notFound()
}

function list(all: Row[], url: URL): Response {
  const get = (name: string) => url.searchParams.get(name)
  const search: { field: string; value: string }[] = get("query")?.startsWith("[") ? JSON.parse(get("query") ?? "") : []
  const wanted = all.filter(
    (row) => search.length === 0 || search.some(({ field, value }) => String(row[field]) === value)
  )
  if (get("order") === "DESC") wanted.sort((a, b) => Number(b["id"]) - Number(a["id"]))
  const size = Number(get("per_page") ?? 20)
  const from = (Number(get("page") ?? 1) - 1) * size
  const fields = new Set(["id", "type", "_url", ...(get("fields") ?? "").split(",")])
  const rows = wanted
    .slice(from, from + size)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => fields.has(name))))
  return Response.json({ items: rows, count: rows.length, total: null, pages: null })
}

function notFound(): Response {
  return Response.json({ message: "Not Found" }, { status: 404 })
}
