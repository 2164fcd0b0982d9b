import { sql, type ColumnType, type Kysely, type Generated } from "kysely"
import type { IntentExample } from "../../intent/classifier/classifier.ts"
import type { Details } from "../../ingest/source/source.ts"
import type { Playbook } from "../../playbooks/playbook.ts"
import { customerText } from "../../search/past-tickets/past-ticket-store.ts"
import type {} from "../../search/schema/tables.ts"
import { originInUse } from "../../storage/knowledge-origin.ts"
import { correctionKey } from "../../storage/encryption/row-keys.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { languageOfLocale } from "../../text/languages.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { readPlaybooks } from "../playbooks/stored-playbooks.ts"

/**
 * Reads all from which the team's intents are learnt: the tags of imported solved tickets, the phrases of playbooks, and
 * what agents corrected. A tag is an intent if some tickets have it and some don't. One that is on most tickets, such as
 * "imported", tells nothing.
 */
export async function readTrainingExamples(db: Kysely<Schema>): Promise<IntentExample[]> {
  const [tickets, playbooks, corrections] = [
    await readTaggedTickets(db),
    await readPlaybooks(db),
    await readCorrections(db)
  ]
  const intents = new Set([...tagsThatTell(tickets), ...playbooks.flatMap(({ when }) => when.intent.map(small))])
  const known = (names: readonly string[]) => [...new Set(names.map(small))].filter((name) => intents.has(name))
  const corrected = corrections.flatMap(({ said, text, language }) => {
    // An intent that has gone since is nothing to learn.
    const own = said === null ? [] : known([said])
    return said !== null && own.length === 0 ? [] : Array<IntentExample>(WEIGHT).fill({ text, intents: own, language })
  })
  return [
    ...tickets.flatMap(({ tags, ...one }) => {
      const own = known(tags)
      return own.length > 0 && /\p{L}/u.test(one.text) ? [{ ...one, intents: own }] : []
    }),
    ...playbooks.flatMap((playbook) => phrasesOf(playbook, known)),
    ...corrected
  ]
}

/** Returns what a customer wrote, as it is learnt and asked: the subject, the first message and the newest one. */
export function textToTell({ subject, messages }: Pick<MaskedTicket, "subject" | "messages">): string {
  const own = messages.filter(({ role }) => role === "customer")
  const chosen = [...new Set([...own.slice(0, 1), ...own.slice(-1)])]
  return customerText({
    subject,
    messages: chosen.map((message) => ({ ...message, text: message.text.slice(0, CHARACTERS) }))
  }).replaceAll("\0", "")
}

interface TaggedTicket {
  text: string
  tags: readonly string[]
  language: string | null
}

async function readTaggedTickets(db: Kysely<Schema>): Promise<TaggedTicket[]> {
  const { origin } = await originInUse(db)
  const { rows } = await sql<{ title: string; locale: string; details: Details | null }>`
    select title, locale, details from documents
    where tenant = ${TENANT} and origin = ${origin} and kind = 'ticket' and twin is null
    order by coalesce(changed, '') desc, id desc limit ${MAX_TICKETS}`.execute(db)
  return rows.flatMap(({ title, locale, details }) => {
    if (details?.kind !== "ticket") return []
    const message = { id: "", role: "customer" as const, author: "", at: "", text: details.question }
    return [
      {
        text: textToTell({ subject: title, messages: [message] }),
        tags: details.tags,
        language: languageOfLocale(locale)
      }
    ]
  })
}

async function readCorrections(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom("intent_corrections")
    .select(["helpdesk", "ticket_id", "said", "text", "language", "data_key"])
    .orderBy("at", "desc")
    .limit(MAX_CORRECTIONS)
    .execute()
  return rows.map((row) => ({ ...row, text: correctionKey(db, row).open("text", row.text) }))
}

/** Returns the tags that are intents, the most frequent first. */
function tagsThatTell(tickets: readonly TaggedTicket[]): string[] {
  const counts = new Map<string, number>()
  for (const { tags } of tickets)
    for (const tag of new Set(tags.map(small))) if (tag !== "") counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= MIN_TICKETS && count <= MAX_SHARE * tickets.length)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_TAGS)
    .map(([tag]) => tag)
}

/** The phrases by which a playbook knows a ticket are examples of its intents, in the language of the phrase. */
function phrasesOf({ when }: Playbook, known: (names: readonly string[]) => string[]): IntentExample[] {
  const intents = known([...when.intent, ...when.tags])
  if (intents.length === 0) return []
  return when.words.map((phrase) => ({ text: phrase.replaceAll("*", ""), intents, language: null }))
}

const small = (name: string) => name.trim().toLowerCase()

/** Two thousand tickets are learnt in some seconds, and older ones are about what is past. */
const MAX_TICKETS = 2000
const MAX_CORRECTIONS = 1000
const MIN_TICKETS = 5
const MAX_SHARE = 0.6
const MAX_TAGS = 50
/** Of a message. What it is about stands at its beginning. */
const CHARACTERS = 1500
/** A correction counts as much as three tickets, because somebody looked at it. */
const WEIGHT = 3

/** What an agent said that a ticket is about, once for each ticket. */
interface IntentCorrectionRow {
  tenant: Generated<string>
  site: string
  helpdesk: string
  ticket_id: string
  /** The intent that was told, or null if none was. */
  told: string | null
  /** The intent that the agent chose, or null for none of them. */
  said: string | null
  /** What the customer wrote, masked. */
  text: string
  /** Encrypts the text, wrapped by a master key. Null: it is in clear. */
  data_key: ColumnType<Buffer | null, Buffer | null | undefined>
  /** ISO 639-1. */
  language: string | null
  person: string | null
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    intent_corrections: IntentCorrectionRow
  }
}
