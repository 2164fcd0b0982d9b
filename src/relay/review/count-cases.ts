import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from "kysely"
import type { Schema } from "../../storage/schema.ts"

export interface CountRow {
  key: string | null
  /** The counts of all groups together. */
  whole: boolean
  cases: number
  /** Seen sent; of these `none`, `rejected` and `ignored`; `unchanged`, `light` and `heavy` always are. */
  eligible: number
  none: number
  rejected: number
  ignored: number
  unchanged: number
  light: number
  heavy: number
  unknown: number
  /** Of the edit distances of used ones, and their counts by tenths. */
  median: number | null
  spread: number[]
  /** The milliseconds to the first text, of the `timed` cases. */
  p50: number | null
  p95: number | null
  timed: number
  /** The days of the first and the last case in UTC, for example "2026-11-20". */
  first: string | null
  last: string | null
}

/** Counts the cases in one pass, altogether and for each value of `key`. */
export async function countCases(
  db: Kysely<Schema>,
  key: RawBuilder<string | null>,
  wanted: Expression<SqlBool>
): Promise<CountRow[]> {
  const count = (condition: RawBuilder<unknown>) => sql`(count(*) filter (where ${condition}))::int`
  const result = (name: string) => sql`result = ${sql.lit(name)}`
  const sent = (name: string) => sql`seen_sent and ${result(name)}`
  const tenths = Array.from({ length: 10 }, (_, at) =>
    count(sql`used and least(width_bucket(edit_distance, 0, 1, 10), 10) = ${sql.lit(at + 1)}`)
  )
  const day = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD')`
  const { rows } = await sql<CountRow>`
    with cases as (
      select ${key} as key, result, seen_sent, edit_distance, first_text_ms, created_at, result in ('unchanged', 'light', 'heavy') as used
      from outcomes where ${wanted})
    select key, grouping(key) = 1 as whole, count(*)::int as cases,
      ${count(sql`seen_sent and result <> 'unknown'`)} as eligible, ${count(sent("none"))} as none, ${count(sent("rejected"))} as rejected,
      ${count(sent("ignored"))} as ignored, ${count(result("unchanged"))} as unchanged, ${count(result("light"))} as light,
      ${count(result("heavy"))} as heavy, ${count(result("unknown"))} as unknown,
      percentile_cont(0.5) within group (order by edit_distance) filter (where used) as median, array[${sql.join(tenths)}] as spread,
      percentile_cont(0.5) within group (order by first_text_ms) as p50, percentile_cont(0.95) within group (order by first_text_ms) as p95,
      count(first_text_ms)::int as timed, ${day(sql`min(created_at)`)} as first, ${day(sql`max(created_at)`)} as last
    from cases group by grouping sets ((), (key))`.execute(db)
  return rows
}
