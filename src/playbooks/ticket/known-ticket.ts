import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { FactOrigin } from "../../ticket/playbook-standing.ts"
import type { Period } from "../playbook.ts"

/** All that is known of a ticket when a playbook is asked. */
export interface KnownTicket {
  ticket: Pick<MaskedTicket, "subject" | "tags" | "fields" | "messages">
  /** The language of the customer, ISO 639-1, or null if nothing shows it. */
  language: string | null
  /** What the ticket is about, if something has told it. */
  intent?: string
  /** Facts from other systems, by the names of their lookups. */
  lookups?: Readonly<Record<string, string>>
  /** Facts that the agent gave, by their names in the playbook. */
  given?: Readonly<Record<string, string>>
  /** Now, in milliseconds since 1970. */
  now: number
}

/** A fact of the ticket, and where it was read. */
export interface KnownFact {
  /** As it was written. */
  text: string
  /** What conditions compare: a value of the playbook, or the text. */
  value: string
  /** Of a number or an amount. */
  figure?: number
  /** Of a date, as YYYY-MM-DD. */
  day?: string
  period?: Period
  origin: FactOrigin
}
