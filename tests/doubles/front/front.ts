/** A message as Front's API gives it, as far as its documents say. */
export type FrontRow = Record<string, unknown>

export interface FrontDouble {
  /** The number in the address. */
  number: string
  subject: string
  /** Oldest first. */
  rows: FrontRow[]
}

export const TOKEN = "eyJhbGciOiJIUzI1NiJ9.front.token"
export const NORA = { handle: "nora@post.example", name: "Nora Lind" }
/** A supplier. */
export const VERA = { handle: "vera@clay.example", name: "Vera Clay" }
const DESK = { handle: "help@pots.example", name: null }
const SAM = { id: "tea_1", email: "sam@pots.example", username: "sam", first_name: "Sam", last_name: "Okafor" }

type Party = { handle: string; name: string | null }

const recipients = (from: Party, to: Party) => [
  { ...from, role: "from", _links: { related: { contact: null } } },
  { ...to, role: "to", _links: { related: { contact: null } } }
]

/** @param second of 2026-11-18 08:00 UTC */
export function frontRow(kind: "in" | "out" | "internal", second: number, text: string, more: FrontRow = {}): FrontRow {
  return {
    id: `msg_${(1000 + second).toString(36)}`,
    type: kind === "internal" ? "internal" : "email",
    is_inbound: kind === "in",
    is_draft: false,
    draft_mode: null,
    error_type: null,
    created_at: Date.UTC(2026, 10, 18, 8, 0, second) / 1000 + 0.123,
    subject: "Kettle leaks",
    body: `<div>${text}</div>`,
    text,
    author: kind === "in" ? null : SAM,
    recipients: kind === "in" ? recipients(NORA, DESK) : recipients(DESK, NORA),
    attachments: [],
    ...more
  }
}

/** A message that came in from somebody else, or went out to somebody else. */
export const withParty = (kind: "in" | "out", party: Party): FrontRow => ({
  recipients: kind === "in" ? recipients(party, DESK) : recipients(DESK, party)
})

export const conversationId = ({ number }: FrontDouble): string => `cnv_${BigInt(number).toString(36)}`

/** Answers as Front's API does whoever has the token. Each page has as many messages as are asked for. */
export function frontApi(thread: FrontDouble, url: URL, headers: Headers): Response {
  if (headers.get("authorization") !== `Bearer ${TOKEN}`)
    return Response.json({ _error: { status: 401, title: "Unauthenticated" } }, { status: 401 })
  const path = `/conversations/${conversationId(thread)}`
  if (url.pathname === path)
    return Response.json({
      _links: { self: `https://api2.frontapp.com${path}` },
      id: conversationId(thread),
      subject: thread.subject,
      status: "assigned",
      recipient: { ...NORA, role: "from" },
      tags: [{ id: "tag_1", name: "Kettles", is_private: false }],
      created_at: 1_763_452_800.1
    })
  if (url.pathname !== `${path}/messages`) return Response.json({ _error: { status: 404 } }, { status: 404 })
  const limit = Number(url.searchParams.get("limit") ?? 25)
  const start = Number(url.searchParams.get("page_token") ?? 0)
  const next = `https://pots.api.frontapp.com${path}/messages?limit=${limit}&page_token=${start + limit}`
  return Response.json({
    _pagination: { next: start + limit < thread.rows.length ? next : null },
    _links: { self: url.href },
    _results: thread.rows.toReversed().slice(start, start + limit)
  })
}

export const frontAddress = ({ number }: FrontDouble): string =>
  `https://app.frontapp.com/inboxes/teams/folders/7281964/unassigned/${number}`

/** A page of Front's, of which only one name is known. What it shows is made up. */
export const frontPage = ({ subject, rows }: FrontDouble): string => `<!doctype html><html lang="en"><body>
  <main><section data-testid="conversation"><h1 class="x81">${subject}</h1>
  ${rows.map(({ text }) => `<div class="x97">${String(text)}</div>`).join("")}
  <div class="x12" contenteditable="true" role="textbox"></div><button>Send</button></section></main></body></html>`
