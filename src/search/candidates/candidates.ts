import { sql, type Kysely } from "kysely"
import type { DocumentKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import type { Schema } from "../../storage/schema.ts"
import { languageOfLocale } from "../../text/languages.ts"
import { heaviestDocuments, weighDocuments, type WeightedDocuments } from "../postings/weigh-documents.ts"
import { NEWEST_BLOCK, readPostings, type Postings } from "../postings/posting-store.ts"
import type { TicketQuery } from "../query/query.ts"
import type { Candidate, OtherLanguageStems, QueryMessage } from "../rank/rank.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { KnownStatistics } from "./statistics.ts"
import { visibleIn, type Scope } from "./visible.ts"
import { passagesOfTexts, type QuotedPassage } from "../passages/passages.ts"

export interface DocumentCandidate extends Candidate {
  document: string
  kind: DocumentKind
  locale: string
  visibility: Visibility
  version: number
  /** The document of which this one is a near copy, or null. */
  twin: string | null
}

/**
 * Returns the documents whose passages contain the rarest of the query's words, the most significant first.
 * @param known lists of its words that are read already
 */
export async function findCandidates(
  db: Kysely<Schema>,
  scope: Scope,
  { messages, otherLanguageStems }: AskedWords,
  statistics: KnownStatistics,
  known?: Postings
): Promise<DocumentCandidate[]> {
  const asked = rarest(messages, statistics, otherLanguageStems)
  if (!asked.size) return []
  const { found, isTorn } = await readFound(db, scope, asked, known)
  if (!isTorn) return found
  return db
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (read) => (await readFound(read, scope, asked)).found)
}

/** Reads the lists of these words, except those that are known. `isTorn` says that an import wrote since those were read. */
async function readMissing(
  db: Kysely<Schema>,
  { origins }: Scope,
  words: string[],
  known: Postings | undefined
): Promise<Postings & { isTorn: boolean }> {
  const missing = known ? words.filter((word) => !known.lists.has(word)) : words
  if (known && missing.length === 0) return { ...known, isTorn: false }
  const { lists, block } = await readPostings(db, origins, missing)
  return {
    lists: new Map([...(known?.lists ?? []), ...lists]),
    block,
    isTorn: known !== undefined && known.block !== block
  }
}

/**
 * Reads the candidates in two statements, or in one if the lists of the words are known. `isTorn` says that an import
 * wrote between them: a document that it replaced is missing from both reads, so they must be repeated with one
 * snapshot. That is rare, and a transaction for every search would be two more statements.
 */
async function readFound(
  db: Kysely<Schema>,
  scope: Scope,
  asked: ReadonlyMap<string, number>,
  known?: Postings
): Promise<{ found: DocumentCandidate[]; isTorn: boolean }> {
  const { lists, block, isTorn } = await readMissing(db, scope, [...asked.keys()], known)
  const weighed = weighDocuments([...asked].map(([word, weight]) => ({ weight, lists: lists.get(word) ?? [] })))
  // Most documents are visible, so only the best ones are checked first. If too few of them are visible, all documents
  // are checked.
  const some = heaviestDocuments(weighed, CANDIDATES * LOOKED_AT)
  const best = await readHeaviest(db, scope, some)
  const isEnough = best.found.length === CANDIDATES || some.numbers.length === weighed.numbers.length
  const { found, block: last } = isEnough ? best : await readHeaviest(db, scope, weighed)
  return { found, isTorn: isTorn || block !== last }
}

async function readHeaviest(
  db: Kysely<Schema>,
  scope: Scope,
  { numbers, weights }: WeightedDocuments
): Promise<{ found: DocumentCandidate[]; block: number }> {
  const { rows } = await sql<CandidateRow & { document: string | null; block: number }>`
    select newest.block, found.* from (select ${NEWEST_BLOCK} as block) as newest left join (
      select found.*, best.weight from unnest(${[...numbers]}::int[], ${[...weights]}::float8[]) as best (number, weight)
      -- One after the other by their index: PostgreSQL would sooner read all documents.
      cross join lateral (select ${COLUMNS} from documents where documents.number = best.number and ${visibleIn(scope)} offset 0) as found
      order by best.weight desc, found.document limit ${CANDIDATES}
    ) as found on true order by found.weight desc, found.document`.execute(db)
  const hits = rows.filter(({ document }) => document !== null)
  return { found: hits.map(candidateOf), block: rows[0]?.block ?? 0 }
}

/** Returns those of these documents that may be seen. They become candidates whatever the query is. */
export async function readCandidates(db: Kysely<Schema>, scope: Scope, ids: string[]): Promise<DocumentCandidate[]> {
  if (!ids.length) return []
  const { rows } =
    await sql<CandidateRow>`select ${COLUMNS} from documents where ${visibleIn(scope)} and id = any(${ids}::text[]) order by id`.execute(
      db
    )
  return rows.map(candidateOf)
}

type CandidateRow = Omit<DocumentCandidate, "language">

const COLUMNS = sql`documents.id as document, documents.kind, documents.locale, documents.visibility, documents.version, documents.twin, documents.words`

function candidateOf({ document, kind, locale, visibility, version, twin, words }: CandidateRow): DocumentCandidate {
  return { document, kind, locale, visibility, version, twin, words, language: languageOfLocale(locale) ?? "" }
}

/**
 * With 60 candidates, the right page is among them for 98 of 100 questions of two public sets. With 100, it is for 99,
 * but the first results don't get better.
 */
const CANDIDATES = 60
/** This many times as many documents are read at first. */
const LOOKED_AT = 4
/** This many words are looked up of the query's own words, of its synonyms, and of its stems in other languages. */
const ASKED_WORDS = 40
/**
 * A word that occurs in every tenth passage says little and is expensive to look up. Once the lists hold this many
 * passages in total, the common words are left out.
 */
export const PASSAGES = 60_000
export const FEWEST_WORDS = 5

/** The words of a query, and its stems in other languages. */
export type AskedWords = Pick<TicketQuery, "messages" | "otherLanguageStems">

interface Asked {
  word: string
  weight: number
}

/** Returns the words to look up, each with its weight. */
function rarest(
  turns: QueryMessage[],
  { idf, passagesWith }: KnownStatistics,
  elsewhere: OtherLanguageStems
): Map<string, number> {
  const mostTelling = (some: Asked[]) =>
    some.filter(({ word }) => passagesWith(word) > 0).sort((a, b) => b.weight - a.weight)
  const kinds = sharesOf({ messages: turns, otherLanguageStems: elsewhere }).map((shares) =>
    [...shares].map(([word, share]) => ({ word, weight: share * idf(word) }))
  )
  const asked = mostTelling(kinds.flatMap((some) => mostTelling(some).slice(0, ASKED_WORDS)))
  let passages = 0
  const weights = new Map<string, number>()
  for (const [n, { word, weight }] of asked.entries()) {
    passages += passagesWith(word)
    if (passages <= PASSAGES || n < FEWEST_WORDS) weights.set(word, (weights.get(word) ?? 0) + weight)
  }
  return weights
}

/**
 * Returns which share of its idf each word of the query weighs: its own words, by how often they stand there, then the
 * marks of their synonyms, and then its stems in other languages.
 */
export function sharesOf({ messages, otherLanguageStems }: AskedWords): Map<string, number>[] {
  const times = new Map<string, number>()
  for (const word of messages.flatMap((turn) => turn.words)) times.set(word, (times.get(word) ?? 0) + 1)
  const half = (some: Iterable<string>) => new Map([...some].map((word) => [word, 0.5]))
  return [
    new Map([...times].map(([word, count]) => [word, (5 * count) / (4 + count)])),
    half(messages.flatMap((turn) => turn.synonyms)),
    half([...otherLanguageStems.values()].flatMap((stems) => [...stems.keys()]))
  ]
}

export interface StoredDocument {
  id: string
  title: string
  kind: DocumentKind
  locale: string
  visibility: Visibility
  url: string | null
  changed: string | null
  version: number
  twin: string | null
  passages: QuotedPassage[]
}

export async function readDocuments(db: Kysely<Schema>, ids: string[]): Promise<Map<string, StoredDocument>> {
  if (!ids.length) return new Map()
  const documents = await db
    .selectFrom("documents")
    .select(["id", "title", "kind", "locale", "visibility", "url", "changed", "version", "twin", "texts"])
    .where("tenant", "=", TENANT)
    .where("id", "in", ids)
    .execute()
  return new Map(
    documents.map(({ texts, ...document }) => [document.id, { ...document, passages: passagesOfTexts(texts) }])
  )
}

/** A document with its near copies. */
export interface SourceDocument extends StoredDocument {
  also: { id: string; title: string; url?: string }[]
}

/**
 * Reads documents with their near copies within the scope. A text that was imported under several addresses is one
 * result with all of them.
 */
export async function readSourceDocuments(
  db: Kysely<Schema>,
  scope: Scope,
  ids: string[]
): Promise<Map<string, SourceDocument>> {
  if (!ids.length) return new Map()
  const { rows } = await sql<
    Omit<StoredDocument, "passages"> & {
      texts: string
      also: { id: string; title: string; url: string | null }[] | null
    }
  >`
    select page.id, page.title, page.kind, page.locale, page.visibility, page.url, page.changed, page.version, page.twin, page.texts,
      (select json_agg(json_build_object('id', documents.id, 'title', documents.title, 'url', documents.url) order by documents.id)
        from documents where ${visibleIn(scope)} and documents.id <> page.id
        and (documents.twin = coalesce(page.twin, page.id) or documents.id = coalesce(page.twin, page.id))) as also
    from documents page where page.tenant = ${TENANT} and page.id = any(${ids}::text[])
      and exists (select from documents where ${visibleIn(scope)} and documents.id = page.id)`.execute(db)
  return new Map(
    rows.map(({ texts, also, ...document }) => [
      document.id,
      {
        ...document,
        passages: passagesOfTexts(texts),
        also: (also ?? []).map(({ id, title, url }) => ({ id, title, ...(url !== null && { url }) }))
      }
    ])
  )
}

/** Keeps only the best of several near copies. @param ranked best first */
export function foldNearCopies<T>(ranked: T[], documentOf: (one: T) => { id: string; twin: string | null }): T[] {
  const taken = new Set<string>()
  return ranked.filter((one) => {
    const { id, twin } = documentOf(one)
    const first = twin ?? id
    if (taken.has(first)) return false
    taken.add(first)
    return true
  })
}
