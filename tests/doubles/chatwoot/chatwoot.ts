/** A message as the API of the dashboard gives it. */
export interface Row {
  id: number
  content: string | null
  /** 0 incoming, 1 outgoing, 2 activity, 3 template. */
  message_type: number
  private: boolean
  /** In seconds. */
  created_at: number
  sender?: { name: string; type: string }
  attachments?: { data_url: string; file_type: string; file_size: number }[]
  content_attributes?: { deleted?: boolean }
  status?: "sent" | "delivered" | "read" | "failed"
}

export interface ChatwootConversation {
  accountId: number
  number: number
  rows: Row[]
  subject?: string
  channel?: string
}

export const JOEL = { name: "Joel Quist", email: "joel@quist.example" }
const NOOR = { name: "Noor Haddad", type: "user" }

/** What the dashboard's own page takes out of a cookie and sends with each request. */
export const SESSION = {
  "access-token": "TOKEN-SECRET",
  "token-type": "Bearer",
  client: "c1",
  expiry: "1790000000",
  uid: "noor@pots.example"
}
export const COOKIE = `cw_d_session_info=${encodeURIComponent(JSON.stringify(SESSION))}`

export function row(
  id: number,
  kind: "in" | "out" | "note" | "activity" | "template",
  content: string,
  more: Partial<Row> = {}
): Row {
  return {
    id,
    content,
    message_type: { in: 0, out: 1, note: 1, activity: 2, template: 3 }[kind],
    private: kind === "note",
    created_at: Date.UTC(2026, 10, 18, 8, 0, id) / 1000,
    ...(kind === "in"
      ? { sender: { name: JOEL.name, type: "contact" } }
      : kind === "out" || kind === "note"
        ? { sender: NOOR }
        : {}),
    ...more
  }
}

/**
 * The API as far as the adapter asks it, written from Chatwoot's public finder and views.
 * @param version how messages are paged: older ones heed `before` alone
 */
export function chatwootAnswer(
  { accountId, number, rows, subject, channel = "Channel::WebWidget" }: ChatwootConversation,
  url: URL,
  init: RequestInit | undefined,
  version: "old" | "new" = "new"
): Response {
  const sent = new Headers(init?.headers)
  if (Object.entries(SESSION).some(([name, value]) => sent.get(name) !== value))
    return Response.json({ errors: ["You need to sign in"] }, { status: 401 })
  const path = `/api/v1/accounts/${accountId}/conversations/${number}`
  if (url.pathname === "/api/v1/profile") return Response.json({ name: NOOR.name, email: SESSION.uid })
  if (url.pathname === path)
    return Response.json({
      id: number,
      status: "open",
      labels: ["glaze"],
      priority: "high",
      additional_attributes: subject ? { mail_subject: subject } : {},
      meta: { sender: { id: 5, ...JOEL }, channel }
    })
  if (url.pathname !== `${path}/messages`) return Response.json({ error: "not found" }, { status: 404 })
  return Response.json({ meta: {}, payload: pageOf(rows, url.searchParams, version) })
}

function pageOf(rows: Row[], query: URLSearchParams, version: "old" | "new"): Row[] {
  const [after, before] = [query.get("after"), query.get("before")]
  if (before === null) return rows.slice(-20)
  if (after === null || version === "old") return rows.filter(({ id }) => id < Number(before)).slice(-20)
  return rows.filter(({ id }) => id >= Number(after) && id < Number(before)).slice(0, 1000)
}

export interface Box {
  mode: "reply" | "note"
  /** What the box is written in. Notes are always rich. */
  editor?: "rich" | "plain" | "none"
  /** How the box says its mode: the switch of version 4, or the tabs before. */
  head?: "chip" | "tabs" | "none"
  /** The channel takes no replies any more. */
  restricted?: boolean
}

/** The dashboard with a conversation, written from the ids, classes and attributes of Chatwoot's public components. */
export function dashboard({ rows }: ChatwootConversation, box: Box | undefined): string {
  const messages = rows.map(
    ({ id, content }) => `<div id="message${id}" data-message-id="${id}">${content ?? ""}</div>`
  )
  return `<!doctype html><html><head><title>Pots</title><script>window.chatwootConfig = {}</script></head>
    <body><div id="app">${messages.join("\n")}${box ? replyBox(box) : ""}</div></body></html>`
}

export function replyBox({ mode, editor = "rich", head = "chip", restricted = false }: Box): string {
  const shift = mode === "note" ? "62px" : "0px"
  const active = (tab: string) => (tab === mode ? "is-active" : "")
  const heads = {
    chip: `<button><div>Reply</div><div>Private note</div>
      <div style="--chip-width: 70px; --translate-x: ${shift}; --rtl-translate-x: calc(-1 * var(--translate-x));"></div></button>`,
    tabs: `<button class="button--reply ${active("reply")}"></button><button class="button--note ${active("note")}"></button>`,
    none: "<button>Reply</button>"
  }
  const editors = {
    rich: `<div class="ProseMirror" contenteditable="true"><p><br></p></div>`,
    plain: "<textarea></textarea>",
    none: ""
  }
  return `<div class="reply-box ${mode === "note" || restricted ? "is-private" : ""}">${heads[head]}
    <div class="reply-box__top">${editors[editor]}</div><button class="send">Send</button></div>`
}
