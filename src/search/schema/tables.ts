import type { ColumnType, Generated } from "kysely"
import type { DocumentKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import type { PassageTexts } from "../passages/passage-texts.ts"
import type { PostingList } from "../postings/posting-list.ts"
import type { WordLines } from "../postings/word-lines.ts"
import type { Details } from "../../ingest/source/source.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"

export interface DocumentRow {
  tenant: Generated<string>
  id: string
  origin: Origin
  /** Names the source that it was imported from; importing that again replaces its documents. */
  collection: string
  /** Inside that source, for people: of a folder the path, with slashes. */
  path: string
  title: string
  kind: DocumentKind
  locale: string
  visibility: Visibility
  /** Who may see it; none = everybody. */
  groups: string[]
  url: string | null
  /** ISO 8601 date. */
  changed: string | null
  /** Of the document and of everything that decides how it is cut. */
  hash: string
  body: string
  passages: Generated<number>
  /** What is quoted. */
  texts: Generated<PassageTexts>
  /** What search goes by: of each passage its words. */
  words: WordLines
  /** By which postings name this version of it. */
  number: Generated<number>
  /** 1 at first, one more each time that it changed. */
  version: Generated<number>
  /** The import that saw it last. */
  seen: Generated<string | null>
  product: Generated<string | null>
  /** Written as JSON. */
  details: ColumnType<Details | null, string | null | undefined, string | null>
  /** See `import/sketch.ts`. */
  sketch: Generated<Buffer | null>
  /** Id of the document that it is a near copy of. */
  twin: Generated<string | null>
  /** When this version was taken. */
  taken_at: Generated<Date>
}

/** Where a word stands, of one block of documents; see `postings/posting-store.ts`. */
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
  /** In all its rows together. */
  hits: number
}

/** In how many passages of what is gone a word stands whose postings still tell of it. */
export interface GoneWordRow {
  tenant: Generated<string>
  origin: Origin
  word: string
  passages: number
}

/** A word that stood in a passage when an import last ended: where a misspelt one finds its neighbours. */
export interface KnownWordRow {
  tenant: Generated<string>
  word: string
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

declare module "../../storage/schema.ts" {
  interface Schema {
    documents: DocumentRow
    postings: PostingsRow
    posting_blocks: PostingBlockRow
    gone_words: GoneWordRow
    known_words: KnownWordRow
    knowledge_totals: KnowledgeTotalsRow
  }
}
