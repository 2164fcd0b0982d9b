import { randomUUID } from "node:crypto"
import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from "kysely"
import { VERDICTS, type CaseFilter, type Verdict } from "../../../protocol/review.ts"
import type { ReviewSample } from "../../../protocol/review-queue.ts"
import type { Schema } from "../../../storage/schema.ts"
import { HIGH_RISK } from "./case-signals.ts"
import { shuffled } from "./queue.ts"
import { filterCondition } from "../filter/case-filter.ts"
import { estimateByStrata, type Stratum } from "./stratified-estimate.ts"

const STRATA = ["high", "some", "none"] as const

const STRATUM: RawBuilder<string> = sql<string>`
  case when outcomes.risk >= ${sql.lit(HIGH_RISK)} then 'high' when outcomes.risk > 0 then 'some' else 'none' end`

/**
 * Draws a sample of the cases with a draft that fit the filter: as many of each stratum of risk, or all of one that has
 * fewer. Each case gets the number of cases for which it counts, so that what leads say of the sample can be estimated
 * for all.
 */
export async function drawSample(
  db: Kysely<Schema>,
  { filter, size, by, now }: { filter: CaseFilter; size: number; by: string; now: Date }
): Promise<ReviewSample> {
  const id = randomUUID()
  const wanted = sql<SqlBool>`${filterCondition(filter)} and outcomes.result <> 'none' and outcomes.counted`
  await db.transaction().execute(async (work) => {
    const counts = await countStrata(work, wanted)
    await work
      .insertInto("review_samples")
      .values({ id, by, cases: counts.reduce((sum, { cases }) => sum + cases, 0), created_at: now })
      .execute()
    for (const { stratum, cases, draws } of shareOut(counts, size))
      await sql`
        insert into review_sample_cases (sample_id, case_id, stratum, weight, place)
        select ${id}::uuid, id, ${stratum}, ${cases / draws}::float8, 0 from outcomes
        where ${wanted} and ${STRATUM} = ${stratum} order by ${shuffled(id)} limit ${draws}`.execute(work)
    // The strata are mixed, so that whatever was reviewed of the sample until now is a sample of each of them.
    await sql`
      update review_sample_cases set place = mixed.place from (
        select case_id, row_number() over (order by md5(${id} || case_id::text)) as place
        from review_sample_cases where sample_id = ${id}::uuid) as mixed
      where sample_id = ${id}::uuid and review_sample_cases.case_id = mixed.case_id`.execute(work)
  })
  const [sample] = await readSamples(db, id)
  if (!sample) throw new Error("the sample was deleted while it was drawn")
  return sample
}

interface StratumCount {
  stratum: string
  cases: number
}

async function countStrata(work: Kysely<Schema>, wanted: Expression<SqlBool>): Promise<StratumCount[]> {
  const { rows } = await sql<StratumCount>`
    select ${STRATUM} as stratum, count(*)::int as cases from outcomes where ${wanted} group by 1`.execute(work)
  return STRATA.flatMap((stratum) => rows.find((row) => row.stratum === stratum) ?? [])
}

/** Shares the places of a sample out equally. What one stratum can't fill, the others get. */
export function shareOut<Row extends { cases: number }>(
  strata: readonly Row[],
  size: number
): (Row & { draws: number })[] {
  let left = size
  const rising = strata.toSorted((a, b) => a.cases - b.cases)
  return rising.flatMap((row, at) => {
    const draws = Math.min(row.cases, Math.ceil(left / (rising.length - at)))
    left -= draws
    return draws > 0 ? [{ ...row, draws }] : []
  })
}

interface SampleRow {
  id: string
  by: string
  at: Date
  cases: number
  stratum: string | null
  weight: number | null
  size: number
  verdicts: Record<Verdict, number>
}

/** Reads the newest samples, or one, with what is estimated from them. */
export async function readSamples(db: Kysely<Schema>, id?: string): Promise<ReviewSample[]> {
  const only = id === undefined ? sql`` : sql`where id = ${id}::uuid`
  const verdicts = sql.join(
    VERDICTS.map(
      (verdict) => sql`
        ${sql.lit(verdict)}::text, count(*) filter (where reviews.done and reviews.verdict = ${sql.lit(verdict)})`
    )
  )
  const { rows } = await sql<SampleRow>`
    select samples.id, samples.by, samples.created_at as at, samples.cases, drawn.stratum, drawn.weight,
      count(drawn.case_id)::int as size, json_build_object(${verdicts}) as verdicts
    from (select * from review_samples ${only} order by created_at desc limit ${MAX_SAMPLES}) as samples
    left join review_sample_cases drawn on drawn.sample_id = samples.id
    left join reviews on reviews.case_id = drawn.case_id
    group by 1, 2, 3, 4, 5, 6 order by at desc, id`.execute(db)
  return [...Map.groupBy(rows, (row) => row.id).values()].flatMap((strata) => {
    const [first] = strata
    return first ? [sampleOf(first, strata)] : []
  })
}

const MAX_SAMPLES = 20

function sampleOf({ id, by, at, cases }: SampleRow, strata: SampleRow[]): ReviewSample {
  const reviewed = (row: SampleRow) => VERDICTS.reduce((sum, verdict) => sum + row.verdicts[verdict], 0)
  const estimate = (verdict: Verdict) =>
    estimateByStrata(
      strata.map(
        (row): Stratum => ({
          cases: (row.weight ?? 0) * row.size,
          n: row.verdicts[verdict],
          of: reviewed(row)
        })
      )
    )
  return {
    id,
    by,
    at: at.toISOString(),
    cases,
    size: strata.reduce((sum, row) => sum + row.size, 0),
    reviewed: strata.reduce((sum, row) => sum + reviewed(row), 0),
    verdicts: { send: estimate("send"), "small-edit": estimate("small-edit"), "dont-send": estimate("dont-send") }
  }
}
