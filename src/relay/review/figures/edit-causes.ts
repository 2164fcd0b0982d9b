import { sql, type Kysely } from "kysely"
import type { CaseFilter, EditCause, EditCausesAnswer } from "../../../protocol/review.ts"
import type { Schema } from "../../../storage/schema.ts"
import { filterCondition } from "../filter/case-filter.ts"
import { measureClustering, totalOf, type Cluster, type Clustering } from "./clustering.ts"
import { clusteredShare } from "./share-interval.ts"

/** Used drafts of one agent, and how many of them were heavily edited: all, or those of one page or tag. */
interface CauseCounts extends Cluster {
  kind: "article" | "topic" | null
  name: string | null
  title: string | null
  person: string
}

/**
 * Reads which pages and which topics are behind most heavy edits, among the newest used drafts of the filter. A draft
 * that quotes two pages counts for both.
 */
export async function readEditCauses(db: Kysely<Schema>, filter: CaseFilter): Promise<EditCausesAnswer> {
  const { rows } = await sql<CauseCounts>`
    with used as materialized (
      select outcomes.id, outcomes.person, outcomes.result = 'heavy' as heavy from outcomes
      where ${filterCondition(filter)} and outcomes.counted and outcomes.result in ('unchanged', 'light', 'heavy')
      order by outcomes.created_at desc limit ${MAX_DRAFTS}),
    caused as (
      select causes.kind, causes.name, used.person, count(*)::int as of, (count(*) filter (where used.heavy))::int as n
      from used join outcome_causes causes on causes.case_id = used.id group by 1, 2, 3)
    select caused.*, documents.title from caused
    left join documents on caused.kind = 'article' and documents.id = caused.name
    union all
    select null, null, person, count(*)::int, (count(*) filter (where heavy))::int, null
    from used group by person`.execute(db)
  const whole = rows.filter(({ kind }) => kind === null)
  const clustering = measureClustering(whole, [])
  return {
    drafts: totalOf(whole).of,
    articles: causesOf(rows, "article", clustering),
    topics: causesOf(rows, "topic", clustering)
  }
}

/** Reading these takes some 50 ms, and older edits say little of what to change now. */
const MAX_DRAFTS = 20_000

function causesOf(rows: CauseCounts[], kind: "article" | "topic", clustering: Clustering): EditCause[] {
  const byName = Map.groupBy(
    rows.filter((row) => row.kind === kind),
    ({ name }) => name ?? ""
  )
  return [...byName]
    .map(
      ([name, agents]): EditCause => ({
        name,
        title: agents[0]?.title ?? null,
        heavy: clusteredShare(agents, clustering)
      })
    )
    .filter(({ heavy }) => heavy.n > 0)
    .toSorted((a, b) => b.heavy.n - a.heavy.n || a.heavy.of - b.heavy.of || a.name.localeCompare(b.name))
    .slice(0, MAX_CAUSES)
}

const MAX_CAUSES = 8
