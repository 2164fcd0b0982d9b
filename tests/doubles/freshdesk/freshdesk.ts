/** A reply or note as the API of Freshdesk's own page gives it, as far as public extensions use it. */
export interface FreshdeskRow {
  id: number
  user_id: number
  incoming: boolean
  private: boolean
  created_at: string
  body: string
  body_text: string
  attachments: { name: string; content_type: string; size: number }[]
  user?: { name: string }
  deleted?: boolean
}

export interface FreshdeskTicket {
  id: number
  subject: string
  description: string
  rows: FreshdeskRow[]
  /** 1 e-mail, 7 chat, 10 a mail that an agent sent first. */
  source?: number
}

export const OMAR = "Omar Saleh"

export function fdRow(
  id: number,
  kind: "in" | "out" | "note",
  text: string,
  more: Partial<FreshdeskRow> = {}
): FreshdeskRow {
  return {
    id,
    user_id: kind === "in" ? 5 : 6,
    incoming: kind === "in",
    private: kind === "note",
    created_at: new Date(Date.UTC(2026, 10, 18, 8, 0, id % 100_000)).toISOString(),
    body: `<div>${text}</div>`,
    body_text: text,
    attachments: [],
    ...(kind === "in" ? {} : { user: { name: "Nadia Rahman" } }),
    ...more
  }
}

/** @param ignoresPages whether every page is the first, as in a Freshdesk that doesn't know the parameter */
export function freshdeskAnswer(
  { id, subject, description, rows, source = 1 }: FreshdeskTicket,
  url: URL,
  ignoresPages = false
): Response {
  if (url.pathname === `/api/_/tickets/${id}`)
    return Response.json({
      ticket: {
        id,
        display_id: id,
        subject,
        status: 2,
        source,
        responder_name: "Nadia Rahman",
        requester_id: 5,
        requester_name: OMAR,
        created_at: "2026-11-18T07:00:00Z",
        description,
        description_text: description,
        tags: ["printer"]
      }
    })
  if (url.pathname !== `/api/_/tickets/${id}/conversations`) return Response.json({}, { status: 404 })
  const size = Number(url.searchParams.get("per_page"))
  const from = ignoresPages ? 0 : (Number(url.searchParams.get("page")) - 1) * size
  return Response.json({ conversations: rows.slice(from, from + size) })
}

/** A ticket's page: what is known of it, which isn't whether its editor is for a reply or a note. */
export function freshdeskPage({ rows }: FreshdeskTicket, isOpen: boolean): string {
  const items = rows.map(({ body }) => `<div class="ticket-details__item">${body}</div>`)
  const editor = `<div class="fr-element fr-view" contenteditable="true" data-test-id="active-editor"></div>
    <button data-test-id="submit">Send</button>`
  return `<!doctype html><html><body class="ember-application">${items.join("\n")}
    <button data-test-id="ticket-action-reply">Reply</button>${isOpen ? editor : ""}</body></html>`
}
