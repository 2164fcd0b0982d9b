import type { ColumnType, Generated } from "kysely"
import type { Origin } from "../../storage/knowledge-origin.ts"

export interface KnowledgeSourceRow {
  tenant: Generated<string>
  collection: string
  origin: Origin
  kind: string
  label: string
  /** This configuration opens the source again without a person. It holds no secrets and is written as JSON. */
  config: ColumnType<unknown, string | null, string | null>
  /** The schedule as JSON, in the protocol's shape, and the time at which it was set or last acted on. */
  schedule: Generated<string | null>
  scheduled_at: Generated<Date | null>
  /**
   * These say when somebody asked for an import that hasn't ended yet, with which configuration if it differs from the
   * last one (JSON), and whether it starts from the beginning.
   */
  wanted_at: Generated<Date | null>
  wanted: ColumnType<unknown, string | null | undefined, string | null>
  wanted_again: Generated<boolean>
  /** What the last complete read returned for the next one. */
  since: Generated<string | null>
  created_at: Generated<Date>
}

export type ImportState = "running" | "done" | "stopped" | "failed"

export interface ImportRow {
  id: string
  tenant: Generated<string>
  collection: string
  state: ImportState
  /** An interrupted import resumes from here. */
  at: string | null
  total: number | null
  /** This counts the documents that the source reported, including those that failed. */
  seen: Generated<number>
  imported: Generated<number>
  unchanged: Generated<number>
  removed: Generated<number>
  failed: Generated<number>
  /** This identifies the process that runs the import. */
  owner: string
  alive_at: Date
  /** Somebody asked for the import to be stopped. */
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

/** What an import says of a document that it has taken. */
export interface ImportNoticeRow {
  import: string
  path: string
  notice: string
}

/** The content of a document before it was replaced or removed. */
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
    import_notices: ImportNoticeRow
    document_versions: DocumentVersionRow
  }
}
