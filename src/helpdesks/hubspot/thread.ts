import { isHubspot } from "./recognise.ts"

/** A conversation that the address names. */
export interface OpenThread {
  /** The account and the number, because numbers are only known to be unique within an account. */
  ticketId: string
  portal: string
  thread: string
  /** The ticket of the help desk in which it is shown. */
  ticket?: string
}

const INBOX = /^\/live-messages\/(?<portal>\d+)\/inbox\/(?<thread>\d+)(?:\/|$)/
const DESK = /^\/help-desk\/(?<portal>\d+)\/(?:[^?]+\/)?ticket\/(?<ticket>\d+)\/thread\/(?<thread>\d+)(?:\/|$)/

/**
 * Returns the conversation in front, or undefined when the address names none: a ticket of the help desk may have
 * several, and which of them is shown then isn't known.
 */
export function openThread(url: URL): OpenThread | undefined {
  const { portal, thread, ticket } =
    (isHubspot(url) && (INBOX.exec(url.pathname) ?? DESK.exec(url.pathname))?.groups) || {}
  if (!portal || !thread) return undefined
  return { ticketId: `${portal}-${shortId(thread)}`, portal, thread, ...(ticket ? { ticket } : {}) }
}

/** A long run of digits could be a card number, and the relay takes none. */
export const shortId = (id: string): string => id.replace(/\d{15,}/g, (digits) => `b${BigInt(digits).toString(36)}`)
