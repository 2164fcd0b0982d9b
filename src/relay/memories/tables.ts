import type { Generated } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"

/** "wording": the team writes `text` and not `word`. "fact": a sentence that no page says. */
export type MemoryKind = "wording" | "fact"

export interface MemoryRow {
  tenant: Generated<string>
  id: Generated<string>
  origin: Origin
  kind: MemoryKind
  /** ISO 639-1. */
  language: string
  /** A hash of what it says. */
  key: Buffer
  word: string
  text: string
  /** A removed memory has no text any more, and isn't proposed again. */
  state: Generated<"proposed" | "approved" | "removed">
  version: Generated<number>
  durable_at: Generated<Date | null>
  /** The id of the page that says otherwise. */
  against: string | null
  person: Generated<string | null>
  decided_at: Generated<Date | null>
  created_at: Date
  expires_at: Date
}

/** An agent's edit of one draft from which a memory was read. */
export interface MemoryEditRow {
  tenant: Generated<string>
  memory: string
  draft: string
  site: string
  helpdesk: string
  ticket_id: string
  person: string
  at: Date
}

export interface MemoryConflictRow {
  tenant: Generated<string>
  memory: string
  other: string
}

declare module "../../storage/schema.ts" {
  interface Schema {
    memories: MemoryRow
    memory_edits: MemoryEditRow
    memory_conflicts: MemoryConflictRow
  }
}
