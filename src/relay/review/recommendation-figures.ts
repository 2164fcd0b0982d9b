import { sql, type Kysely } from "kysely"
import type { RecommendationsAnswer } from "../../protocol/review.ts"
import type {} from "../../knowledge/feedback/feedback.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"

/**
 * Counts with how many drafts each product was recommended in the 90 days before `now`, as far as a reply was seen, and
 * in how many replies it stood. The product that was offered most often comes first.
 */
export async function countRecommendations(db: Kysely<Schema>, now: Date): Promise<RecommendationsAnswer> {
  const since = new Date(now.getTime() - DAYS * 86_400_000)
  const { rows } = await sql<RecommendationsAnswer["products"][number]>`
    select documents.id, documents.title, (count(*) filter (where f.kind = 'offered'))::int as offered,
      (count(*) filter (where f.kind = 'followed'))::int as followed
    from source_feedback f join documents on documents.tenant = f.tenant and documents.id = f.document
    where f.tenant = ${TENANT} and f.at >= ${since} and f.kind in ('offered', 'followed')
    group by documents.id, documents.title
    order by offered desc, followed desc, documents.title, documents.id
    limit ${MAX_PRODUCTS}`.execute(db)
  return { products: rows }
}

const DAYS = 90
const MAX_PRODUCTS = 50
