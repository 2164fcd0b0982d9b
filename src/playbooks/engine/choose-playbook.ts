import type { Playbook, When, KnownTicket } from "../playbook.ts"
import { findPhrase, comparable } from "../ticket/phrases.ts"
import { isSame } from "../ticket/read-facts.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"

/**
 * Returns the playbook for a ticket: the one with most points, of equals the first one. A tag, a field and an intent of
 * its `when` count three points each, a phrase in the subject two, and one in a customer's message one, each phrase once.
 * Below two points no playbook is meant.
 */
export function choosePlaybook(playbooks: readonly Playbook[], known: KnownTicket): Playbook | undefined {
  const texts = customerText(known.ticket)
  const best = playbooks
    .map((playbook) => ({ playbook, points: pointsOf(playbook.when, known, texts) }))
    .sort((a, b) => b.points - a.points)[0]
  return best && best.points >= LEAST ? best.playbook : undefined
}

const LEAST = 2

function pointsOf(
  when: When,
  { ticket, intent }: KnownTicket,
  { subject, messages }: ReturnType<typeof customerText>
): number {
  const hasTag = (tags: readonly string[]) => tags.filter((one) => ticket.tags.some((other) => isSame(one, other)))
  const isIn = (text: string) => (phrase: string) => findPhrase(phrase, text).length > 0
  const { unless } = when
  if (hasTag(unless.tags).length > 0 || unless.words.some((one) => isIn(subject)(one) || isIn(messages)(one))) return 0
  const fields = Object.entries(ticket.fields ?? {}).filter(([name, value]) =>
    Object.entries(when.fields).some(([key, values]) => isSame(key, name) && values.some((one) => isSame(one, value)))
  )
  const isMeant = intent !== undefined && when.intent.some((one) => isSame(one, intent))
  const ofWords = when.words.map((one) => (isIn(subject)(one) ? 2 : isIn(messages)(one) ? 1 : 0))
  return (
    3 * (hasTag(when.tags).length + fields.length + (isMeant ? 1 : 0)) +
    ofWords.reduce<number>((sum, one) => sum + one, 0)
  )
}

/** Returns what the customer wrote, as phrases are sought in it: the subject, and all messages without quoted mails. */
function customerText(ticket: KnownTicket["ticket"]): { subject: string; messages: string } {
  const own = ticket.messages
    .filter(({ role }) => role === "customer")
    .map(({ text }) => visibleReply(text.slice(0, CHARACTERS)).visible)
  return { subject: comparable(ticket.subject), messages: comparable(own.join("\n\n")) }
}

/** As much of a message as says what it is about. */
const CHARACTERS = 20_000
