/** A message, comment or event of a conversation, as far as public programs use what HubSpot answers. */
export type HubspotRow = Record<string, unknown>

export interface HubspotThread {
  portal: string
  /** The number of the conversation. */
  id: string
  /** The ticket of the help desk in which it is shown; without one it is shown in the inbox. */
  ticket?: string
  rows: HubspotRow[]
}

export const INES = { actorId: "V-340101", address: "ines@post.example", name: "Ines Roth" }
export const SAM = { actorId: "A-27398965", address: "help@pots.example", name: "Sam Okafor" }
/** A supplier, who is a contact of the account too. */
export const VERA = { actorId: "V-340102", address: "vera@clay.example", name: "Vera Clay" }

type Party = typeof INES

const sender = ({ actorId, address }: Party, isMail: boolean) => ({
  actorId,
  senderField: isMail ? "FROM" : null,
  name: null,
  deliveryIdentifier: isMail ? { type: "HS_EMAIL_ADDRESS", value: address } : null
})
const recipient = ({ actorId, address }: Party, isMail: boolean) => ({
  actorId,
  recipientField: isMail ? "TO" : null,
  deliveryIdentifier: isMail ? { type: "HS_EMAIL_ADDRESS", value: address } : null
})

type Kind = "mail" | "chat" | "reply" | "chat reply" | "note" | "event" | "bot"

/** @param second of 2026-11-18 08:00 UTC */
export function hsRow(kind: Kind, second: number, text = "", more: HubspotRow = {}): HubspotRow {
  const isMail = kind === "mail" || kind === "reply"
  const isTheirs = kind === "mail" || kind === "chat"
  const common = {
    id: `e1d9b8e855e8418392b75a3ba1d5d${String(second).padStart(3, "0")}`,
    timestamp: Date.UTC(2026, 10, 18, 8, 0, second),
    messageDeletedStatus: "NOT_DELETED",
    attachments: [],
    senders: []
  }
  if (kind === "event") return { ...common, "@type": "THREAD_STATUS_UPDATE", newStatus: "STARTED", ...more }
  const by = kind === "bot" ? { ...SAM, actorId: "B-7" } : isTheirs ? INES : SAM
  const said = { text, richText: `<div>${text}</div>`, hasMore: false, status: { messageStatus: "SENT" } }
  if (kind === "note")
    return {
      ...common,
      ...said,
      "@type": "THREAD_COMMENT",
      genericChannelId: null,
      senders: [sender(SAM, false)],
      ...more
    }
  return {
    ...common,
    ...said,
    "@type": "COMMON_MESSAGE",
    genericChannelId: isMail ? 1002 : 1000,
    direction: isTheirs ? "INCOMING" : "OUTGOING",
    senders: [sender(by, isMail)],
    recipients: [recipient(isTheirs ? SAM : INES, isMail)],
    attachments: isMail ? [{ "@type": "EMAIL_METADATA", subject: "Kettle leaks", hasReplies: false }] : [],
    ...more
  }
}

/** What makes a mail a forward, or an answer to one. */
export const forwarded = (mark: "forward" | "memberOfForwardedSubthread", by: Party, to: Party): HubspotRow => ({
  senders: [sender(by, true)],
  recipients: [recipient(to, true)],
  direction: by === SAM ? "OUTGOING" : "INCOMING",
  attachments: [{ "@type": "EMAIL_METADATA", subject: "Fw: Kettle leaks", [mark]: true }]
})

export const from = (by: Party): HubspotRow => ({ senders: [sender(by, true)] })

export const CSRF = "AAcc_Uf-tok.en"

/** Answers as HubSpot does whoever repeats the cookie in the header. */
export function hubspotAnswer({ portal, id, ticket, rows }: HubspotThread, url: URL, init?: RequestInit): Response {
  if (new Headers(init?.headers).get("x-hubspot-csrf-hubspotapi") !== CSRF) return Response.json({}, { status: 401 })
  if (
    url.pathname !== `/api/messages/v2/threadlist/member/${id}/details` ||
    url.searchParams.get("portalId") !== portal
  )
    return Response.json({}, { status: 404 })
  const friendly = [INES, SAM, VERA].map(({ actorId, address, name }) => ({
    genericSender: { actorId, deliveryIdentifier: { type: "HS_EMAIL_ADDRESS", value: address } },
    genericRecipient: null,
    resolvedFriendlyName: name
  }))
  return Response.json({
    threadId: Number(id),
    status: "STARTED",
    assignee: null,
    associatedTicketIds: ticket ? [Number(ticket)] : [],
    latestMessagePreview: { previewMessageId: "x", emailMetadata: null },
    // In no order that is known.
    recentHistory: { messages: { results: rows.toReversed(), hasMore: false }, friendlyNameResults: friendly }
  })
}

export const hubspotAddress = ({ portal, id, ticket }: HubspotThread, host = "app.hubspot.com") =>
  `https://${host}/${ticket ? `help-desk/${portal}/view/95291824/ticket/${ticket}/thread/${id}#email` : `live-messages/${portal}/inbox/${id}#email`}`

/**
 * A page of HubSpot's inbox or help desk, written from what public extensions and scripts say of its markers. What
 * stands around them is made up.
 */
export function hubspotPage({ rows }: HubspotThread, isOpen = true): string {
  const drawn = rows.map(({ "@type": type, direction, text }) => {
    const by = type === "COMMON_MESSAGE" ? (direction === "INCOMING" ? "visitor" : "agent") : "AUTOMATED"
    return `<div data-test-id="primary-message-${by}"><div data-test-id="primary-message-content">${text ?? ""}</div></div>`
  })
  const box = `<div class="composer"><button aria-label="Change channel">Email</button>
    <div class="ProseMirror" contenteditable="true" role="textbox"></div>
    <button data-test-id="composer-send-button">Send</button></div>`
  return `<!doctype html><html lang="en"><head><title>Inbox | HubSpot</title></head><body>
    <style>p { font: 15px system-ui; margin: 12px }</style>
    <main><div data-test-id="virtualParentRef">${drawn.join("\n")}</div>${isOpen ? box : ""}</main></body></html>`
}
