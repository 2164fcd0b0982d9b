import type { Generated } from "kysely"

/** What an agent said that a ticket is about, once for each ticket. */
export interface IntentCorrectionRow {
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
