import type { Kysely } from "kysely"
import { urgencySigns } from "../../intent/urgency.ts"
import { choosePlaybook } from "../../playbooks/engine/choose-playbook.ts"
import { runPlaybook } from "../../playbooks/engine/run-playbook.ts"
import type { Playbook } from "../../playbooks/playbook.ts"
import type { KnownTicket } from "../../playbooks/ticket/known-ticket.ts"
import type { Schema } from "../../storage/schema.ts"
import { visibleReply } from "../../text/mail/mail-parts.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { TicketAbout } from "../../ticket/ticket-about.ts"
import { angerIn } from "../drafting/summary/summary.ts"
import { readPlaybooks } from "../playbooks/stored-playbooks.ts"
import { intentsOf } from "./intents.ts"

/**
 * Returns what a ticket is about, whether it can wait, and who else should see it. It advises only; nothing is passed on
 * by itself.
 */
export async function aboutTicket(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  language: string | null,
  now: Date
): Promise<TicketAbout> {
  const intents = intentsOf(db)
  const told = intents.tell(ticket, language)
  const intent = told?.intent ?? undefined
  const signs = urgencySigns(newestWords(ticket), language)
  const known = { ticket, language, now: now.getTime(), ...(intent !== undefined && { intent }) }
  const escalate = adviceFor(signs.escalate, known, await readPlaybooks(db))
  return {
    ...(told && intent !== undefined && { intent: { name: intent, because: [...told.reasons] } }),
    ...(signs.urgent !== undefined && { urgent: { because: signs.urgent } }),
    ...(escalate && { escalate }),
    choices: intents.names()
  }
}

/** Advises by a sign in the customer's words, by anger, or by the playbook, which also names the group. */
function adviceFor(
  sign: TicketAbout["escalate"],
  known: KnownTicket,
  playbooks: readonly Playbook[]
): TicketAbout["escalate"] {
  const playbook = choosePlaybook(playbooks, known)
  const standing = playbook && runPlaybook(playbook, known)
  const anger = angerIn(customerTexts(known.ticket), known.language)
  const found = sign ?? (anger === undefined ? undefined : { reason: "mood" as const, because: anger })
  if (found) {
    const group = standing?.escalate?.group ?? groupOf(playbook)
    return { ...found, ...(group !== undefined && { group }) }
  }
  if (standing?.state !== "escalates" || !standing.escalate) return undefined
  return { reason: "playbook", because: standing.escalate.why, group: standing.escalate.group }
}

/** Returns the first group to which a step of the playbook passes a ticket on. */
const groupOf = (playbook: Playbook | undefined) =>
  [...(playbook?.steps ?? []), ...(playbook ? [playbook.fallback] : [])].find(({ escalate }) => escalate)?.escalate
    ?.group

const customerTexts = ({ messages }: Pick<MaskedTicket, "messages">) =>
  messages.filter(({ role }) => role === "customer").map(({ text }) => visibleReply(text.slice(0, CHARACTERS)).visible)

/** What was urgent two messages ago may be settled. */
const newestWords = ({ subject, messages }: MaskedTicket) =>
  [subject, ...customerTexts({ messages: messages.slice(-NEWEST) })].join("\n")
const NEWEST = 2
const CHARACTERS = 10_000
