import { MAX_TICKET_CHARACTERS } from "../../protocol/relay.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { Ticket } from "../../ticket/ticket.ts"

/** Returns why a ticket can't be answered. This is checked before anything is masked. */
export function unfitness(ticket: Ticket): Notice | undefined {
  const open = ticket.messages.filter((message) => message.visibility === "public")
  if (!open.some((message) => message.text.trim() !== "" || (message.attachments ?? []).length > 0))
    return { code: "empty-ticket" }
  const characters = open.reduce((sum, message) => sum + message.text.length, ticket.subject.length)
  if (characters > MAX_TICKET_CHARACTERS) return { code: "too-long", data: { characters, most: MAX_TICKET_CHARACTERS } }
  return undefined
}
