import { sql, type Kysely } from "kysely"
import type { SourceKind } from "../../ticket/draft.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import type { Schema } from "../storage/schema.ts"
import { idfOf, type Candidate, type Statistics, type Turn } from "./rank.ts"
import type { Origin } from "./tables.ts"
import { TENANT } from "./write.ts"

/** What a search may see. */
export interface Scope {
  origins: Origin[]
  /** The person's groups: a document without groups is everybody's. */
  groups: string[]
}

/** Reads how rare each of these words is, and the means that lengths are compared with. */
export async function readStatistics(db: Kysely<Schema>, scope: Scope, words: string[]): Promise<KnownStatistics> {
  const counts = await db.selectFrom("word_counts").select(["word", (e) => e.fn.sum<string>("passages").as("passages")])
    .where("tenant", "=", TENANT).where("origin", "in", scope.origins).where(sql<boolean>`word = any(${words}::text[])`).groupBy("word").execute()
  const totals = await db.selectFrom("knowledge_totals").where("tenant", "=", TENANT).where("origin", "in", scope.origins)
    .select((e) => [
      e.fn.sum<string>("passages").as("passages"), e.fn.sum<string>("title_words").as("title"),
      e.fn.sum<string>("heading_words").as("headings"), e.fn.sum<string>("text_words").as("text")
    ]).executeTakeFirst()
  const documents = await db.selectFrom("documents").select((e) => e.fn.countAll<string>().as("count")).where(visible(scope)).executeTakeFirst()
  const total = Number(totals?.passages ?? 0)
  const mean = (sum: string | undefined) => Math.max(0.1, Number(sum ?? 0) / Math.max(1, total))
  const count = new Map(counts.map(({ word, passages }) => [word, Number(passages)]))
  return {
    idf: (word) => idfOf(count.get(word) ?? 0, total),
    mean: { title: mean(totals?.title), headings: mean(totals?.headings), text: mean(totals?.text) },
    knows: (word) => count.has(word),
    documents: Number(documents?.count ?? 0)
  }
}

export interface KnownStatistics extends Statistics {
  /** Whether any passage holds the word. */
  knows(word: string): boolean
  /** How many documents the search may see. */
  documents: number
}

export interface DocumentCandidate extends Candidate {
  document: string
  locale: string
  visibility: Visibility
}

/** The documents whose passages hold the rarest of the query's words, most telling first. */
export async function findCandidates(db: Kysely<Schema>, scope: Scope, turns: Turn[], statistics: KnownStatistics): Promise<DocumentCandidate[]> {
  const asked = rarest(turns, statistics)
  if (!asked.length) return []
  const { rows } = await sql<{ document: string; locale: string; visibility: Visibility; passages: { w: string; t: number; h: number }[] }>`
    with hits as (
      select p.document, p.n, sum(asked.weight) as weight
      from unnest(${asked.map((one) => one.lexeme)}::text[], ${asked.map((one) => one.weight)}::float8[]) as asked (lexeme, weight)
      join passages p on p.search @@ asked.lexeme::tsquery and p.tenant = ${TENANT}
      group by p.document, p.n
    ), best as (
      select documents.id, documents.locale, documents.visibility, max(hits.weight) as weight
      from hits join documents on documents.id = hits.document
      where ${visible(scope)}
      group by documents.tenant, documents.id order by max(hits.weight) desc, documents.id limit ${CANDIDATES}
    )
    select best.id as document, best.locale, best.visibility,
      json_agg(json_build_object('w', array_to_string(p.words, ' '), 't', p.title_words, 'h', p.heading_words) order by p.n) as passages
    from best join passages p on p.tenant = ${TENANT} and p.document = best.id
    group by best.id, best.locale, best.visibility, best.weight order by best.weight desc, best.id`.execute(db)
  return rows.map(({ passages, ...row }) => ({
    ...row,
    passages: passages.map(({ w, t, h }) => ({ words: w ? w.split(" ") : [], title: t, headings: h }))
  }))
}

/** Half as many still held the right page in 98 of 100 questions of two public sets, these in 99. */
const CANDIDATES = 100
const ASKED_WORDS = 40

function rarest(turns: Turn[], statistics: KnownStatistics): { lexeme: string; weight: number }[] {
  const times = new Map<string, number>()
  for (const turn of turns) for (const word of turn.words) if (statistics.knows(word)) times.set(word, (times.get(word) ?? 0) + 1)
  return [...times]
    .map(([word, count]) => ({ lexeme: `'${word.replace(/['\\]/g, "")}'`, weight: (statistics.idf(word) * 5 * count) / (4 + count) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, ASKED_WORDS)
}

export interface StoredDocument {
  id: string
  title: string
  kind: SourceKind
  locale: string
  visibility: Visibility
  url: string | null
  changed: string | null
  passages: { headings: string[]; text: string }[]
}

export async function readDocuments(db: Kysely<Schema>, ids: string[]): Promise<Map<string, StoredDocument>> {
  if (!ids.length) return new Map()
  const documents = await db.selectFrom("documents").select(["id", "title", "kind", "locale", "visibility", "url", "changed"])
    .where("tenant", "=", TENANT).where("id", "in", ids).execute()
  const passages = await db.selectFrom("passages").select(["document", "headings", "text"])
    .where("tenant", "=", TENANT).where("document", "in", ids).orderBy("document").orderBy("n").execute()
  return new Map(documents.map((document) => [document.id, { ...document, passages: passages.filter((one) => one.document === document.id) }]))
}

/** The one place that says which documents may be seen; a group that nobody knows opens nothing. */
function visible(scope: Scope) {
  return sql<boolean>`documents.tenant = ${TENANT} and documents.origin = any(${scope.origins}::text[])
    and (documents.groups = '{}' or documents.groups && ${scope.groups}::text[])`
}
