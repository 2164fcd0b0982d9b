import type { ColumnType, Generated } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"

export interface KnowledgeSourceRow {
  tenant: Generated<string>
  collection: string
  origin: Origin
  kind: string
  label: string
  /** What opens it again without a person: no secrets. Written as JSON. */
  config: ColumnType<unknown, string | null, string | null>
  /** JSON of protocol's schedule, and since when it stands. */
  schedule: Generated<string | null>
  scheduled_at: Generated<Date | null>
  /**
   * Somebody asked for an import that has not come to its end yet; with what, where not as the last time (JSON); and
   * whether from the beginning.
   */
  wanted_at: Generated<Date | null>
  wanted: ColumnType<unknown, string | null | undefined, string | null>
  wanted_again: Generated<boolean>
  /** What its last whole read gave for the next one. */
  since: Generated<string | null>
  created_at: Generated<Date>
}

export type ImportState = "running" | "done" | "stopped" | "failed"

export interface ImportRow {
  id: string
  tenant: Generated<string>
  collection: string
  state: ImportState
  /** From here an interrupted one is gone on with. */
  at: string | null
  total: number | null
  /** Documents that the source told of, those that failed among them. */
  seen: Generated<number>
  imported: Generated<number>
  unchanged: Generated<number>
  removed: Generated<number>
  failed: Generated<number>
  /** The process that does it. */
  owner: string
  alive_at: Date
  /** Somebody asked for it to be stopped. */
  cancel: Generated<boolean>
  started_at: Date
  ended_at: Date | null
  reason: string | null
}

export interface ImportFailureRow {
  import: string
  path: string
  document: string | null
  reason: string
}

/** What a document said before it was replaced or removed. */
export interface DocumentVersionRow {
  tenant: Generated<string>
  document: string
  version: number
  hash: string
  title: string
  body: string
  url: string | null
  changed: string | null
  from: Date
  until: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    knowledge_sources: KnowledgeSourceRow
    imports: ImportRow
    import_failures: ImportFailureRow
    document_versions: DocumentVersionRow
  }
}
