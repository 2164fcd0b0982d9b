import { toBase64 } from "../../text/bytes/base64.ts"
import type { Ticket } from "../../ticket/ticket.ts"

/**
 * Tells one state of what a draft is made from, the public part of a ticket, from another. It is kept encrypted and
 * never sent.
 */
export async function contentHash({ helpdesk, ticketId, subject, fields, tags, messages }: Ticket): Promise<string> {
  const thread = messages
    .filter(({ visibility }) => visibility === "public")
    .map(({ id, role, author, text }) => [id, role, author, text])
  const whole = JSON.stringify([helpdesk, ticketId, subject, fields ?? {}, tags, thread])
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(whole)))
  return toBase64(digest)
}
