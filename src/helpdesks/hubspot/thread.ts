import { namedByHubspot, type HubspotAddress } from "../../ticket/helpdesk-api/hubspot-conversation.ts"
import type { Page } from "../contract/adapter.ts"

/** What the address names, if it can be read. */
export type OpenThread = HubspotAddress & {
  /** The account and the number, because numbers are only known to be unique within an account. */
  ticketId: string
}

/**
 * Returns what is in front, or undefined when the address names no conversation: a ticket of the help desk may have
 * several, and which of them is shown then isn't known. HubSpot's API says which it has, so a ticket is something to
 * read once there is a token.
 */
export function openThread({ url, tokens }: Pick<Page, "url" | "tokens">): OpenThread | undefined {
  const named = namedByHubspot(url)
  const { portal, thread, ticket } = named ?? {}
  if (named && thread) return { ...named, ticketId: `${portal}-${shortId(thread)}` }
  if (named && ticket && tokens?.has("hubspot")) return { ...named, ticketId: `${portal}-t${shortId(ticket)}` }
  return undefined
}

/** A long run of digits could be a card number, and the relay takes none. */
export const shortId = (id: string): string => id.replace(/\d{15,}/g, (digits) => `b${BigInt(digits).toString(36)}`)
