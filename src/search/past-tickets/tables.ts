import type { Generated } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"

/** Says why a page counts as the one that answered a ticket. */
export type LinkReason = "cited" | "inserted" | "chosen" | "confirmed" | "margin"

/** A past ticket of a page. */
export interface PastTicketRow {
  tenant: Generated<string>
  id: Generated<string>
  origin: Origin
  /** The page that answered. */
  document: string
  /** These name a ticket of a helpdesk, as a draft does. They are empty for an imported solved ticket. */
  site: Generated<string>
  helpdesk: Generated<string>
  ticket_id: Generated<string>
  person: string | null
  /** The document of an imported solved ticket, and empty otherwise. */
  solved: Generated<string>
  how: LinkReason
  words: PastTicketWords
  at: Date
}

/**
 * The customer's words as they are stored: stems separated by spaces, a tab, and the marks of their synonyms. They can't
 * be read as a text, because stop words, word endings and all words that no page contains are left out.
 */
export type PastTicketWords = string

/** The number of past tickets that contain a word. The row of the empty word counts all of them. */
export interface PastTicketWordRow {
  tenant: Generated<string>
  origin: Origin
  word: string
  tickets: number
}

declare module "../../storage/schema.ts" {
  interface Schema {
    past_tickets: PastTicketRow
    past_ticket_words: PastTicketWordRow
  }
}
