import type { ColumnType, Generated } from "kysely"
import type { DocumentKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import type { PostingList } from "../postings/posting-list.ts"
import type { WordLines } from "../postings/word-lines.ts"
import type { Details } from "../../ingest/source/source.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import type { PassageTexts } from "../passages/passages.ts"

export interface DocumentRow {
  tenant: Generated<string>
  id: string
  origin: Origin
  /** Names the source from which the document was imported. Importing that source again replaces its documents. */
  collection: string
  /** The document's place inside that source, for people. For a folder, it is the path with slashes. */
  path: string
  title: string
  kind: DocumentKind
  locale: string
  visibility: Visibility
  /** These groups may see the document. Without groups, everybody may. */
  groups: string[]
  url: string | null
  /** An ISO 8601 date. */
  changed: string | null
  /** The hash covers the document and everything that decides how it is cut into passages. */
  hash: string
  body: string
  passages: Generated<number>
  /** The texts that are quoted. */
  texts: Generated<PassageTexts>
  /** The words of each passage, by which search finds it. */
  words: WordLines
  /** Postings refer to this version of the document by this number. */
  number: Generated<number>
  /** The version starts at 1 and rises by one with each change. */
  version: Generated<number>
  /** The last import that saw the document. */
  seen: Generated<string | null>
  product: Generated<string | null>
  /** The details are written as JSON. */
  details: ColumnType<Details | null, string | null | undefined, string | null>
  /** See `import/sketch.ts`. */
  sketch: Generated<Buffer | null>
  /** The id of the document of which this one is a near copy. */
  twin: Generated<string | null>
  /** When this version was imported. */
  taken_at: Generated<Date>
  /** From this moment on, search doesn't find it. */
  expires_at: Generated<Date | null>
}

/** The postings of a word in one block of documents; see `postings/posting-store.ts`. */
export interface PostingsRow {
  tenant: Generated<string>
  origin: Origin
  word: string
  block: number
  hits: PostingList
}

export interface PostingBlockRow {
  tenant: Generated<string>
  origin: Origin
  block: Generated<number>
  /** This counts the hits in all of the block's rows together. */
  hits: number
}

/** The number of removed passages that postings of a word still list. */
export interface GoneWordRow {
  tenant: Generated<string>
  origin: Origin
  word: string
  passages: number
}

export interface KnowledgeTotalsRow {
  tenant: Generated<string>
  origin: Origin
  /** PostgreSQL returns a bigint as a string. */
  passages: string
  title_words: string
  heading_words: string
  text_words: string
}

declare module "../../storage/schema.ts" {
  interface Schema {
    documents: DocumentRow
    postings: PostingsRow
    posting_blocks: PostingBlockRow
    gone_words: GoneWordRow
    knowledge_totals: KnowledgeTotalsRow
  }
}
