import type { Generated } from "kysely"
import type { SourceKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"

/** Whose knowledge: the team's own, or that of the sample shop, which answers tickets of the sample helpdesk alone. */
export type Origin = "team" | "sample"

export interface DocumentRow {
  tenant: Generated<string>
  id: string
  origin: Origin
  /** Names the folder that it was imported from; importing that folder again replaces its documents. */
  collection: string
  /** Inside that folder, with slashes. */
  path: string
  title: string
  kind: SourceKind
  locale: string
  visibility: Visibility
  /** Who may see it; none = everybody. */
  groups: string[]
  url: string | null
  /** ISO 8601 date. */
  changed: string | null
  /** Of the file and of everything that decides how it is cut. */
  hash: string
  body: string
}

export interface PassageRow {
  tenant: Generated<string>
  document: string
  n: number
  headings: string[]
  text: string
  words: string[]
  title_words: number
  heading_words: number
  /** The words once each, for PostgreSQL's index. */
  search: string
}

export interface WordCountRow {
  tenant: Generated<string>
  origin: Origin
  word: string
  passages: number
}

export interface KnowledgeTotalsRow {
  tenant: Generated<string>
  origin: Origin
  /** PostgreSQL's bigint comes as a string. */
  passages: string
  title_words: string
  heading_words: string
  text_words: string
}

declare module "../storage/schema.ts" {
  interface Schema {
    documents: DocumentRow
    passages: PassageRow
    word_counts: WordCountRow
    knowledge_totals: KnowledgeTotalsRow
  }
}
