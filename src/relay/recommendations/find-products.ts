import { sql, type Kysely } from "kysely"
import type { Details } from "../../ingest/source/source.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { scopeOf, visibleIn, type Scope } from "../../search/candidates/visible.ts"
import { searchKnowledge } from "../../search/pages/search-knowledge.ts"
import { queryJob } from "../../search/query/query.ts"
import type { Schema } from "../../storage/schema.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { languageOfLocale } from "../../text/languages.ts"
import { sentences } from "../../text/sentences.ts"
import { type MaskedTicket, ticketSize } from "../../ticket/masked-ticket.ts"
import { readBuyingQuestion } from "./read-buying-question.ts"
import { recommend, type CatalogueProduct, type Recommendation } from "./recommend.ts"
import { passagesOfTexts } from "../../search/passages/passages.ts"

/**
 * Recommends products of the imported catalogue for what the customer's newest message asks about buying. For any other
 * ticket nothing is searched. Only products in the customer's language are recommended, because their records are
 * quoted.
 */
export async function findProducts(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  person: PairedPerson,
  language: string | null
): Promise<Recommendation[]> {
  const { text, question } = await readBuyingQuestion(ticket, language)
  if (question === undefined) return []
  const scope: Scope = { ...(await scopeOf(db, ticket.helpdesk, person)), kinds: ["product"] }
  const query = await runInWorkerIfLarge(ticketSize(ticket), queryJob, ticket)
  const { ranked } = await searchKnowledge(db, scope, query)
  const ids = ranked.slice(0, SEARCHED).map(({ candidate }) => candidate.document)
  if (ids.length === 0) return []
  const isQuotable = ({ locale, sentence }: CatalogueProduct) =>
    languageOfLocale(locale) === language && sentence !== ""
  const rows = await readProducts(db, scope, sql`documents.id = any(${ids}::text[])`)
  const found = rows.filter(isQuotable).sort((a, b) => ids.indexOf(a.document) - ids.indexOf(b.document))
  return recommend(question, text, language, {
    found,
    related: (await readRelated(db, scope, found)).filter(isQuotable)
  })
}

/** Reads the products of the same categories, and those that name a found one or are named by it. */
async function readRelated(db: Kysely<Schema>, scope: Scope, found: CatalogueProduct[]): Promise<CatalogueProduct[]> {
  const distinct = (values: (string | undefined)[]) => [...new Set(values.flatMap((one) => one ?? []))]
  const own = distinct(found.flatMap(({ details }) => details.ids))
  const named = distinct(
    found.flatMap(({ details: { goesWith = [], alternatives = [] } }) => [...goesWith, ...alternatives])
  )
  const categories = distinct(found.map(({ details }) => details.category))
  return readProducts(
    db,
    scope,
    sql`(documents.details->>'category' = any(${categories}::text[]) or documents.details->'ids' ?| ${named}::text[]
      or documents.details->'replaces' ?| ${own}::text[] or documents.details->'goesWith' ?| ${own}::text[])`
  )
}

async function readProducts(
  db: Kysely<Schema>,
  scope: Scope,
  which: ReturnType<typeof sql>
): Promise<CatalogueProduct[]> {
  const { rows } = await sql<{
    id: string
    title: string
    locale: string
    url: string | null
    version: number
    taken_at: Date
    details: Details | null
    texts: string
  }>`
    select documents.id, documents.title, documents.locale, documents.url, documents.version, documents.taken_at,
      documents.details, documents.texts
    from documents
    where ${visibleIn(scope)} and documents.visibility = 'public' and ${which}
    order by documents.title, documents.id limit ${MAX_READ}
  `.execute(db)
  return rows.flatMap(({ id, title, locale, url, version, taken_at, details, texts }) => {
    if (details?.kind !== "product") return []
    const record = passagesOfTexts(texts)[0]?.text ?? ""
    const sentence = sentenceIn(record, title, languageOfLocale(locale) ?? null)
    const text = `${title}\n${record}`
    return [{ document: id, title, details, sentence, text, locale, url, version, takenAt: taken_at.toISOString() }]
  })
}

/** Returns the sentence with name, price and availability, which the import writes above a product's description. */
function sentenceIn(record: string, title: string, language: string | null): string {
  const all = sentences(record, language).map(({ text }) => text)
  return all.find((text) => text.startsWith(`${title} – `)) ?? ""
}

const SEARCHED = 30
const MAX_READ = 200
