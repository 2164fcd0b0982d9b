import { MAX_TICKET_CHARACTERS } from "../../protocol/relay.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { Message, Ticket } from "../../ticket/ticket.ts"

/** Returns why a ticket can't be answered. This is checked before anything is masked. */
export function unfitness(ticket: Ticket): Notice | undefined {
  const open = ticket.messages.filter((message) => message.visibility === "public")
  if (!open.some((message) => message.text.trim() !== "" || (message.attachments ?? []).length > 0))
    return { code: "empty-ticket" }
  // Older messages are left out of a thread that is too long, but not what the draft answers.
  const answered = new Set([open.at(-1), open.findLast(({ role }) => role === "customer")])
  const newest = charactersOf(ticket, [...answered])
  if (newest > MAX_TICKET_CHARACTERS) return tooLong(newest, MAX_TICKET_CHARACTERS)
  const all = charactersOf(ticket, open)
  return all > MAX_THREAD_CHARACTERS ? tooLong(all, MAX_THREAD_CHARACTERS) : undefined
}

const tooLong = (characters: number, most: number): Notice => ({ code: "too-long", data: { characters, most } })

const charactersOf = ({ subject }: Ticket, messages: (Message | undefined)[]): number =>
  messages.reduce((sum, message) => sum + (message?.text.length ?? 0), subject.length)

/** All of it is masked before any of it leaves, which takes some seconds. */
const MAX_THREAD_CHARACTERS = 1_000_000
