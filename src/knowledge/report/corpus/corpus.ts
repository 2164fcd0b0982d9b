import { sql, type Kysely } from "kysely"
import { languageOfLocale } from "../../../text/languages.ts"
import { sentences } from "../../../text/sentences.ts"
import type { DocumentKind } from "../../../ticket/draft.ts"
import type { Visibility } from "../../../ticket/ticket.ts"
import type { Schema } from "../../../storage/schema.ts"
import type { Details } from "../../../ingest/source/source.ts"
import type { Origin } from "../../../storage/knowledge-origin.ts"
import { TENANT } from "../../../storage/tenant.ts"
import { readRecentDrafts, type RecentDraft } from "./recent-drafts.ts"
import { searchTickets, type SearchedTicket } from "./search-tickets.ts"
import { passagesOfTexts, type PassageTexts, type QuotedPassage } from "../../../search/passages/passages.ts"

/** All data that a report examines, read once. */
export interface Corpus {
  db: Kysely<Schema>
  origin: Origin
  docs: CorpusDocument[]
  byId: ReadonlyMap<string, CorpusDocument>
  /** The drafts of the last weeks, the newest of each ticket. */
  drafts: RecentDraft[]
  /** Searches for a sample of the drafts' tickets whether they have a page, once. */
  searchedTickets: () => Promise<SearchedTicket[]>
  /**
   * These count how often a document was quoted in a draft's sentence and how often it was only found, over all stored
   * drafts.
   */
  quoted: ReadonlyMap<string, number>
  offered: ReadonlyMap<string, number>
  /** The number of drafts behind these counts. */
  counted: number
}

export interface CorpusDocument {
  id: string
  collection: string
  path: string
  title: string
  kind: DocumentKind
  locale: string
  /** The language is an ISO 639-1 code. */
  language: string | null
  visibility: Visibility
  groups: string[]
  url: string | null
  changed: string | null
  product: string | null
  details: Details | null
  twin: string | null
  takenAt: Date
  passages: QuotedPassage[]
}

export async function readCorpus(db: Kysely<Schema>, origin: Origin, now: Date, signal: AbortSignal): Promise<Corpus> {
  const docs: CorpusDocument[] = []
  for (let last = ""; ; ) {
    signal.throwIfAborted()
    const { rows } = await sql<
      Omit<CorpusDocument, "language" | "takenAt" | "passages"> & { taken_at: Date; texts: PassageTexts }
    >`
      select d.id, d.collection, d.path, d.title, d.kind, d.locale, d.visibility, d.groups, d.url, d.changed, d.product, d.details, d.twin, d.taken_at, d.texts
      from documents d where d.tenant = ${TENANT} and d.origin = ${origin} and d.kind not in ('ticket', 'memory') and d.id > ${last} order by d.id limit ${PAGE}`.execute(
      db
    )
    for (const { taken_at, texts, ...row } of rows)
      docs.push({ ...row, passages: passagesOfTexts(texts), takenAt: taken_at, language: languageOfLocale(row.locale) })
    last = rows.at(-1)?.id ?? ""
    if (rows.length < PAGE) break
  }
  const recent = await readRecentDrafts(db, origin, now, signal)
  let searched: Promise<SearchedTicket[]> | undefined
  return {
    db,
    origin,
    docs,
    byId: new Map(docs.map((doc) => [doc.id, doc])),
    ...recent,
    searchedTickets: () => (searched ??= searchTickets(db, origin, recent.drafts, signal))
  }
}

/** A query returns this many documents, because their passages are parsed together. */
const PAGE = 100

/** Returns whether customers may read a page and agents may quote it to them. */
export const isPublicPage = ({ visibility, kind }: CorpusDocument): boolean =>
  visibility === "public" && (kind === "article" || kind === "policy")

/** Yields a document's sentences with the headings above each. */
export function* sentencesOf(doc: CorpusDocument): Generator<{ text: string; headings: string[]; passage: number }> {
  for (const [passage, { headings, text }] of doc.passages.entries()) {
    for (const sentence of sentences(text, doc.language)) yield { text: sentence.text, headings, passage }
  }
}
