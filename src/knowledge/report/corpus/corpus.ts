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
import { passagesOfTexts, type PassageTexts, type QuotedPassage } from "../../../search/passages/passages.ts"
import { createHash } from "node:crypto"
import { searchKnowledge } from "../../../search/pages/search-knowledge.ts"
import type { KnownStatistics } from "../../../search/candidates/statistics.ts"
import type { Scope } from "../../../search/candidates/visible.ts"
import { queryOf, type TicketQuery } from "../../../search/query/query.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { PAGE_KINDS } from "../../past-tickets/likely-pages.ts"

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

/** A ticket, and whether the knowledge as it is now has a page for it. */
interface SearchedTicket {
  draft: RecentDraft
  hasPage: boolean
}

/**
 * Searches a random sample of the tickets. Whether there is a page is what search finds, so it is the same whichever
 * model wrote the drafts, whether one was reachable, and what became of them.
 */
async function searchTickets(
  db: Kysely<Schema>,
  origin: Origin,
  drafts: readonly RecentDraft[],
  signal: AbortSignal
): Promise<SearchedTicket[]> {
  const scope = { origins: [origin], groups: [], kinds: PAGE_KINDS }
  const searched: SearchedTicket[] = []
  for (const draft of randomSample(drafts)) {
    signal.throwIfAborted()
    searched.push({ draft, hasPage: await hasPage(db, scope, draft.ticket, signal) })
  }
  return searched
}

/**
 * Whether search is certain enough of the first page that customers may read, and the knowledge has the words that the
 * ticket is about. A page stands out among others for some words also if none of them has the one that matters.
 */
async function hasPage(db: Kysely<Schema>, scope: Scope, ticket: MaskedTicket, signal: AbortSignal): Promise<boolean> {
  const query = queryOf(ticket)
  const { chance, statistics } = await searchKnowledge(db, scope, query, { signal })
  return chance >= LEAST_CERTAINTY && absentShare(query, statistics) < MAX_ABSENT
}

/** Returns how much of the weight of a ticket's words is of words that no page has, from 0 to 1. */
function absentShare({ surface }: TicketQuery, statistics: KnownStatistics): number {
  let [absent, all] = [0, 0]
  for (const word of surface.keys()) {
    if (/^\p{N}+$/u.test(word)) continue
    const weight = statistics.idf(word)
    all += weight
    if (statistics.passagesWith(word) === 0) absent += weight
  }
  return all === 0 ? 0 : absent / all
}

/**
 * Chosen on the sample knowledge: of 102 questions whose page is there, 70 % are found to have one, and 25 % after all
 * pages of their topics are taken away, some of which answer them in part.
 */
const LEAST_CERTAINTY = 0.4
const MAX_ABSENT = 0.5

/** Some seconds of searching, and a share that is right to about four points. */
const MAX_TICKETS = 500

/** The sample is the same each time, so that two reports differ in the knowledge and not in their luck. */
function randomSample(drafts: readonly RecentDraft[]): RecentDraft[] {
  if (drafts.length <= MAX_TICKETS) return [...drafts]
  const hashed = drafts.map((draft) => ({
    draft,
    hash: createHash("sha256").update(`${draft.site} ${draft.helpdesk} ${draft.ticketId}`).digest("hex")
  }))
  return hashed
    .sort((a, b) => a.hash.localeCompare(b.hash))
    .slice(0, MAX_TICKETS)
    .map(({ draft }) => draft)
}
