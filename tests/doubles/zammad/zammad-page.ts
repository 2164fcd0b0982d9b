/** An article as the REST API gives it with the names of what it belongs to (`expand=true`). */
export interface Article {
  id: number
  sender: string
  type: string
  internal: boolean
  from: string
  content_type: string
  body: string
  created_at: string
  preferences?: { delivery_status?: "success" | "fail" }
  attachments: { id: number; filename: string; size: string; preferences?: Record<string, string> }[]
}

export interface ZammadTicket {
  id: number
  title: string
  articles: Article[]
  tags: string[]
}

export const INES = { name: "Ines Carvalho", email: "ines@post.example" }

export function article(
  id: number,
  sender: "Customer" | "Agent" | "System",
  body: string,
  more: Partial<Article> = {}
): Article {
  return {
    id,
    sender,
    type: "email",
    internal: false,
    from: sender === "Customer" ? `${INES.name} <${INES.email}>` : "Noor Haddad via Pots <help@pots.example>",
    content_type: "text/html",
    body,
    created_at: new Date(Date.UTC(2026, 10, 18, 8, id % 1000)).toISOString(),
    attachments: [],
    ...more
  }
}

/** The REST API as far as the adapter asks it, written from Zammad's public controllers. */
export function zammadAnswer({ id, title, articles, tags }: ZammadTicket, url: URL): Response {
  const answers: Record<string, unknown> = {
    [`/api/v1/tickets/${id}?expand=true`]: {
      id,
      title,
      customer_id: 7,
      customer: INES.email,
      state: "open",
      priority: "2 normal",
      group: "Pots",
      create_article_type: "email"
    },
    [`/api/v1/ticket_articles/by_ticket/${id}?expand=true`]: articles,
    [`/api/v1/tags?object=Ticket&o_id=${id}`]: { tags },
    "/api/v1/users/me": { id: 3, firstname: "Noor", lastname: "Haddad", email: "noor@pots.example" },
    "/api/v1/users/7": { id: 7, firstname: "Ines", lastname: "Carvalho", email: INES.email }
  }
  const found = answers[url.pathname + url.search]
  return found === undefined ? Response.json({ error: "not found" }, { status: 404 }) : Response.json(found)
}

export interface Composer {
  open: boolean
  internal: boolean
  type: string
  subtype?: "reply" | "forward"
  to?: string
  cc?: string
}

/** The first interface with several tickets mounted, written from the ids and classes of Zammad's public templates. */
export function legacyPage(front: ZammadTicket, composer: Composer | undefined, behind: ZammadTicket[] = []): string {
  const panes = [...behind, front].map((ticket) => pane(ticket, ticket === front, composer)).join("\n")
  return `<!doctype html><html><head><title>Zammad</title><script id="zammad_form_script"></script></head>
    <body><div id="app">${panes}</div></body></html>`
}

function pane({ id, articles }: ZammadTicket, isActive: boolean, composer: Composer | undefined): string {
  const items = articles.map(
    (one) => `<div class="ticket-article-item ${one.sender.toLowerCase()}" data-id="${one.id}" id="article-${one.id}">
      <div class="text-bubble ${one.internal ? "internal" : ""}">${one.body}</div></div>`
  )
  return `<div id="content_permanent_Ticket-${id}" class="content horizontal flex ${isActive ? "active" : "hide"}">
    ${items.join("\n")}${composer ? composerHtml(composer) : ""}</div>`
}

export function composerHtml({ open, internal, type, subtype = "reply", to = INES.email, cc = "" }: Composer): string {
  return `<form class="article-add ${open ? "is-open" : ""} ${internal ? "is-internal" : "is-public"}" data-type="${type}">
    <input type="hidden" name="type" value="${type}"><input type="hidden" name="internal" value="${internal ? "true" : ""}">
    <input type="hidden" name="subtype" value="${subtype}">
    <input type="text" name="to" value="${to.replaceAll('"', "&quot;")}"><input type="text" name="cc" value="${cc}">
    <div class="articleNewEdit-body" contenteditable="true" data-name="body"></div></form>`
}

/** The second interface, whose composer says in no proven way whether it is public. */
export function desktopPage({ articles }: ZammadTicket, isOpen: boolean): string {
  const bubbles = articles.map((one) => `<div data-test-id="article-bubble-container-${one.id}">${one.body}</div>`)
  const reply = `<div id="ticketArticleReplyForm"><div data-test-id="field-editor">
    <div class="ProseMirror tiptap" contenteditable="true" role="textbox" name="body"></div></div></div>`
  return `<!doctype html><html><head><meta name="action-cable-url" content="/cable"></head><body><div id="app">${bubbles.join("\n")}${isOpen ? reply : ""}</div></body></html>`
}
