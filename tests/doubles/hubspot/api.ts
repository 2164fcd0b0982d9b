import { INES, SAM, type HubspotRow } from "./hubspot.ts"

/** A conversation of HubSpot's documented API. */
export interface ApiThread {
  id: string
  /** The ticket that it is of. */
  ticket?: string
  /** Oldest first. */
  rows: HubspotRow[]
}

export interface HubspotAccount {
  portal: string
  threads: ApiThread[]
}

export const HUB_TOKEN = "pat-eu1-11111111-2222-3333-4444-555555555555"
export const HUB_API = "https://api.hubapi.com"
const THREADS = "/conversations/v3/conversations/threads"

type Party = typeof INES

const party = ({ actorId, address, name }: Party, field: string, isMail: boolean) => ({
  actorId,
  ...(isMail ? { name } : {}),
  [field]: isMail ? (field === "senderField" ? "FROM" : "TO") : undefined,
  deliveryIdentifier: isMail
    ? { type: "HS_EMAIL_ADDRESS", value: address }
    : { type: "CHANNEL_SPECIFIC_OPAQUE_ID", value: "0232d1661ef84248bd4923cce9d3b917" }
})

type Kind = "mail" | "chat" | "reply" | "chat reply" | "note" | "welcome" | "closed"

/** A message, comment or event as HubSpot's documents show them. @param second of 2026-11-18 08:00 UTC */
export function apiRow(kind: Kind, second: number, text = "", more: HubspotRow = {}): HubspotRow {
  const isMail = kind === "mail" || kind === "reply"
  const isTheirs = kind === "mail" || kind === "chat"
  const by = isTheirs ? INES : SAM
  const common = {
    id: `3ad3474b08dd408ca57a8454e355e${String(second).padStart(3, "0")}`,
    createdAt: new Date(Date.UTC(2026, 10, 18, 8, 0, second)).toISOString(),
    createdBy: by.actorId,
    client: { clientType: "SYSTEM" },
    archived: false,
    recipients: []
  }
  const said = { text, richText: `<div>${text}</div>`, attachments: [] }
  if (kind === "closed") return { ...common, type: "THREAD_STATUS_CHANGE", senders: [], newStatus: "CLOSED", ...more }
  if (kind === "welcome")
    return { ...common, type: "WELCOME_MESSAGE", text, channelId: "1000", senders: [{ actorId: "S-hubspot" }], ...more }
  if (kind === "note") return { ...common, ...said, type: "COMMENT", senders: [{ actorId: SAM.actorId }], ...more }
  return {
    ...common,
    ...said,
    type: "MESSAGE",
    senders: [party(by, "senderField", isMail)],
    // A customer's chat message is shown without recipients.
    recipients: kind === "chat" ? [] : [party(isTheirs ? SAM : INES, "recipientField", isMail)],
    ...(isMail ? { subject: "Kettle leaks" } : {}),
    truncationStatus: "NOT_TRUNCATED",
    status: { statusType: isTheirs ? "RECEIVED" : "SENT" },
    direction: isTheirs ? "INCOMING" : "OUTGOING",
    channelId: isMail ? "1002" : "1000",
    channelAccountId: "148662",
    ...more
  }
}

/** A mail from somebody else, or to somebody else. */
export const apiFrom = (by: Party): HubspotRow => ({ senders: [party(by, "senderField", true)] })
export const apiTo = (to: Party): HubspotRow => ({ recipients: [party(to, "recipientField", true)] })

const told = ({ id, ticket }: ApiThread, hasTicket: boolean) => ({
  id,
  createdAt: "2026-11-18T08:00:00Z",
  status: "OPEN",
  inboxId: "1",
  originalChannelId: "1002",
  originalChannelAccountId: "148662",
  associatedContactId: INES.actorId.slice(2),
  archived: false,
  spam: false,
  ...(hasTicket && ticket ? { threadAssociations: { associatedTicketId: ticket } } : {})
})

/** Answers as HubSpot's API does whoever has the token. Messages come the newest first, as many as are asked for. */
export function hubspotApi({ portal, threads }: HubspotAccount, url: URL, headers: Headers): Response {
  if (headers.get("authorization") !== `Bearer ${HUB_TOKEN}`)
    return Response.json({ status: "error", category: "INVALID_AUTHENTICATION" }, { status: 401 })
  const { pathname, searchParams: asked } = url
  const hasTicket = asked.get("association") === "TICKET"
  if (pathname === "/account-info/v3/details")
    return Response.json({ portalId: Number(portal), accountType: "STANDARD" })
  if (pathname === `/conversations/v3/conversations/actors/${INES.actorId}`)
    return Response.json({ type: "VISITOR", id: INES.actorId, name: INES.name, email: INES.address })
  if (pathname === THREADS) {
    const of = threads.filter(({ ticket }) => ticket === asked.get("associatedTicketId"))
    return Response.json({ results: of.map((one) => told(one, hasTicket)) })
  }
  const thread = threads.find(({ id }) => [`${THREADS}/${id}`, `${THREADS}/${id}/messages`].includes(pathname))
  if (!thread) return Response.json({ status: "error", category: "OBJECT_NOT_FOUND" }, { status: 404 })
  if (!pathname.endsWith("/messages")) return Response.json(told(thread, hasTicket))
  const limit = Number(asked.get("limit") ?? 20)
  const start = Number(asked.get("after") ?? 0)
  const rows = thread.rows.map((row) => ({ conversationsThreadId: thread.id, ...row }))
  const paging = { next: { after: String(start + limit), link: "?" } }
  return Response.json({
    results: rows.toReversed().slice(start, start + limit),
    ...(start + limit < rows.length ? { paging } : {})
  })
}
