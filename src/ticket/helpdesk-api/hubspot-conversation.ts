/** What an address of HubSpot names: a conversation, and the ticket of the help desk in which it is shown, or one. */
export interface HubspotAddress {
  portal: string
  thread?: string
  ticket?: string
}

const INBOX = /^\/live-messages\/(?<portal>\d+)\/inbox\/(?<thread>\d+)(?:\/|$)/
const DESK = /^\/help-desk\/(?<portal>\d+)\/(?:[^?]+\/)?ticket\/(?<ticket>\d+)(?:\/thread\/(?<thread>\d+))?(?:\/|$)/

/** HubSpot has a host for each region: "app-eu1.hubspot.com". */
export const isHubspot = ({ hostname }: Pick<URL, "hostname">): boolean =>
  /^app(?:-[a-z]{2}\d)?\.hubspot\.com$/.test(hostname)

/** Returns what an address of HubSpot names, or undefined if it names neither a conversation nor a ticket. */
export function namedByHubspot(url: Pick<URL, "hostname" | "pathname">): HubspotAddress | undefined {
  const { portal, thread, ticket } =
    (isHubspot(url) && (INBOX.exec(url.pathname) ?? DESK.exec(url.pathname))?.groups) || {}
  if (!portal || !(thread || ticket)) return undefined
  return { portal, ...(thread ? { thread } : {}), ...(ticket ? { ticket } : {}) }
}

/** Where HubSpot's documented API has conversations. */
const CONVERSATIONS = "/conversations/v3/conversations"

/** Where it gives a conversation, its messages, those of a ticket, and what is known of whoever takes part. */
export const hubspotPaths = {
  thread: (thread: string): string => `${CONVERSATIONS}/threads/${thread}`,
  messages: (thread: string): string => `${CONVERSATIONS}/threads/${thread}/messages`,
  ofTicket: (ticket: string): string => `${CONVERSATIONS}/threads?associatedTicketId=${ticket}&${WITH_TICKET}`,
  actor: (actorId: string): string => `${CONVERSATIONS}/actors/${actorId}`
}
/** The ticket of each conversation is named in the answer. */
export const WITH_TICKET = "association=TICKET"

/** Where it says whose a token is, which every token may ask. */
export const hubspotAccount = {
  address: "/account-info/v3/details",
  of: (page: URL): string | undefined => namedByHubspot(page)?.portal,
  named: (answer: unknown): string | undefined => (isRecord(answer) ? String(answer["portalId"] ?? "") : undefined)
}

/**
 * Returns whether an address of HubSpot's API reads the conversation that the page's own address names, or under which
 * condition. Of a ticket whose conversation isn't named, those that HubSpot says are its own may be read, and of people
 * the contact with whom they are.
 */
export function mayReadHubspot(page: URL, { pathname, search }: URL): boolean | Condition {
  const { thread, ticket } = namedByHubspot(page) ?? {}
  const [, contact] = /^\/conversations\/v3\/conversations\/actors\/V-(\d+)$/.exec(pathname) ?? []
  const isOf = (one: Row) => String(one["associatedContactId"]) === contact
  if (thread !== undefined) {
    if (pathname === hubspotPaths.thread(thread) || pathname === hubspotPaths.messages(thread)) return true
    return (
      contact !== undefined && { address: hubspotPaths.thread(thread), says: (json) => isRecord(json) && isOf(json) }
    )
  }
  if (ticket === undefined) return false
  const ofTicket = hubspotPaths.ofTicket(ticket)
  if (pathname + search === ofTicket) return true
  const [, asked] = /^\/conversations\/v3\/conversations\/threads\/(\d+)\/messages$/.exec(pathname) ?? []
  const says = (one: Row) => (contact === undefined ? String(one["id"]) === asked : isOf(one))
  if (asked === undefined && contact === undefined) return false
  return { address: ofTicket, says: (json) => threadsOf(json, ticket).some(says) }
}

type Row = Record<string, unknown>

/** Returns the conversations of an answer that say that they are of this ticket, whatever else it has. */
export function threadsOf(answer: unknown, ticket: string): Row[] {
  const { results } = isRecord(answer) ? answer : {}
  const listed: unknown[] = Array.isArray(results) ? results : []
  return listed.filter(isRecord).filter((one) => ticketOf(one) === ticket)
}

/** Returns the ticket that a conversation says it is of. */
export function ticketOf({ threadAssociations: of }: Row): string | undefined {
  const ticket = isRecord(of) ? of["associatedTicketId"] : undefined
  return typeof ticket === "string" || typeof ticket === "number" ? String(ticket) : undefined
}

const isRecord = (value: unknown): value is Row => typeof value === "object" && value !== null && !Array.isArray(value)

/** What a helpdesk's API has to say first, so that a page may have something else read there. */
export interface Condition {
  /** Below the API's origin. */
  address: string
  /** @param answer JSON, or undefined if it knows nothing there */
  says(answer: unknown): boolean
}
