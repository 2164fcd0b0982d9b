/** A part of a conversation as the request of Intercom's own page gives it, as far as public extensions use it. */
export interface IntercomPart {
  renderable_type: number
  /** Seconds, or ISO 8601. */
  created_at: number | string
  renderable_data: Record<string, unknown>
}

export interface IntercomConversation {
  workspace: string
  id: string
  title: string | null
  parts: IntercomPart[]
}

export const CHIARA = { name: "Chiara Bruni", email: "chiara@post.example", role: "user" }
export const RILEY = { id: 7, name: "Riley Moss", is_operator: false }
const BOT = { id: 8, name: "Fin", is_operator: true }

const KINDS = { chat: 1, mail: 12, reply: 2, "other reply": 24, note: 3, bot: 2, event: 5, rule: 31, unknown: 99 }

/** @param second of 2026-11-18 08:00 UTC */
export function icPart(
  kind: keyof typeof KINDS,
  second: number,
  text = "",
  more: Record<string, unknown> = {}
): IntercomPart {
  const block = kind === "mail" ? { type: "html", content: text } : { type: "paragraph", text }
  const admin = kind === "bot" ? BOT : RILEY
  const who = {
    chat: { user_summary: CHIARA },
    mail: {},
    reply: { admin_summary: admin },
    bot: { admin_summary: admin },
    note: { admin_summary: admin },
    "other reply": { entity: admin }
  }
  const isEvent = kind === "event" || kind === "rule"
  return {
    renderable_type: KINDS[kind],
    created_at: Date.UTC(2026, 10, 18, 8, 0, second) / 1000,
    renderable_data: {
      ...(isEvent ? { rule_name: "RULE-SECRET" } : { blocks: [block] }),
      ...(kind in who ? who[kind as keyof typeof who] : {}),
      ...more
    }
  }
}

export function intercomAnswer({ workspace, id, title, parts }: IntercomConversation, url: URL): Response {
  if (url.pathname !== `/ember/inbox/conversations/${id}` || url.searchParams.get("app_id") !== workspace)
    return Response.json({}, { status: 404 })
  return Response.json({
    id,
    title,
    state: "open",
    priority: false,
    created_at: "2026-11-18T08:00:00.000Z",
    user_summary: CHIARA,
    renderable_parts: parts
  })
}

export const intercomAddress = ({ workspace, id }: IntercomConversation, host = "app.intercom.com") =>
  `https://${host}/a/inbox/${workspace}/inbox/shared/all/conversation/${id}`

/** How the page is drawn: today in a shadow root, before in the page itself. */
export type Layout = "shadow" | "plain"

/**
 * A page of Intercom's inbox, written from what public extensions say of its markers. What stands around them is made
 * up. Where the shadow root is declared, only a browser opens it; `openShadow` does so in jsdom.
 */
export function intercomPage({ parts }: IntercomConversation, layout: Layout, isOpen = true): string {
  const drawn = parts.map(({ renderable_data }) => {
    const [block] = Array.isArray(renderable_data["blocks"]) ? renderable_data["blocks"] : []
    return `<div class="flex group/content-part" data-part-group-id="1"><p>${block?.text ?? block?.content ?? ""}</p></div>`
  })
  const box =
    layout === "shadow"
      ? `<div data-conversation-reply-composer><button>Reply</button><div class="ProseMirror" contenteditable="true" role="textbox"></div></div>`
      : `<div class="composer"><div class="ProseMirror embercom-prosemirror-composer-editor" contenteditable="true"></div></div>`
  const inbox = `<style>p { font: 15px system-ui; margin: 12px }</style>
    <div data-testid="conversation-stream-scroll-container">${drawn.join("\n")}</div>${isOpen ? `${box}<button class="send">Send</button>` : ""}`
  const body =
    layout === "shadow"
      ? `<div id="teammate-app-react"><template shadowrootmode="open">${inbox}</template></div>`
      : `<div class="inbox-2__conversation-stream">${inbox}</div>`
  return `<!doctype html><html lang="en"><head><title>Inbox | Intercom</title></head><body>${body}</body></html>`
}

/** Opens the shadow roots that a page declares. */
export function openShadow(document: Document): void {
  for (const template of document.querySelectorAll<HTMLTemplateElement>("template[shadowrootmode]")) {
    template.parentElement?.attachShadow({ mode: "open" }).append(template.content)
    template.remove()
  }
}
