import { sql, type RawBuilder, type SqlBool } from "kysely"
import type { CaseFilter } from "../../../protocol/review.ts"
import { DAY_MS, isoDay } from "../../../text/day-distance.ts"
import { mondayOf, WEEK_MS } from "../../../text/iso-week.ts"
import { filterCondition } from "../filter/case-filter.ts"

/**
 * Two queries whose rows add up to the figures of a filter: `counts` by week, person, helpdesk, language, model and
 * draft version; `values` by the same without the person, for edit distances, waiting times and agents' reasons.
 */
export interface CountedCases {
  counts: RawBuilder<unknown>
  values: RawBuilder<unknown>
}

/** Values are grouped so finely that a percentile of the groups is that of the values. */
export const EDIT_BINS = 200
export const WAIT_BINS = 50
/** Totals are whole numbers, because these add up exactly, also after cases have gone. */
export const EDIT_UNITS = 1e9
export const WAIT_UNITS = 1e3

/** What the sums by week are kept by. Everything else in a filter needs the cases themselves. */
const DIMENSIONS = { helpdesk: "helpdesk", language: "language", model: "model", pipeline: "pipeline_version" } as const
const SUMMED = new Set(["from", "to", ...Object.keys(DIMENSIONS)])

/**
 * Returns the queries of a filter: the sums of whole weeks that the database keeps (migration 0062), and the cases of
 * the days before and after these. A filter that asks for more than the sums have reads all cases.
 */
export function countedCases(filter: CaseFilter): CountedCases {
  const isSummed = Object.entries(filter).every(([name, value]) => value === undefined || SUMMED.has(name))
  if (!isSummed) return casesOf(filter)
  const { weeks, days } = spanOf(filter)
  const parts = days.map((span) => casesOf({ ...filter, ...span }))
  if (weeks) {
    const where = summedCondition(filter, weeks)
    parts.push({
      counts: sql`select ${COUNT_COLUMNS} from case_counts where ${where}`,
      values: sql`select ${VALUE_COLUMNS} from case_values where ${where}`
    })
  }
  const all = (name: keyof CountedCases) =>
    sql.join(
      parts.map((part) => sql`(${part[name]})`),
      sql` union all `
    )
  return { counts: all("counts"), values: all("values") }
}

/** Returns the same by reading every case. */
export function casesOf(filter: CaseFilter): CountedCases {
  const where = sql<SqlBool>`${filterCondition(filter)} and outcomes.counted`
  const sum = (condition: RawBuilder<unknown>) => sql`coalesce(sum(cases) filter (where ${condition}), 0)::int`
  const result = (name: string) => sql`result = ${sql.lit(name)}`
  const sent = (name: string) => sum(sql`seen_sent and ${result(name)}`)
  return {
    // Many cases have the same result, so the conditions are tried on some thousand rows and not on each case.
    counts: sql`
      select week, person, helpdesk, language, model, pipeline_version, sum(cases)::int as cases,
        ${sum(sql`result <> 'none'`)} as written, ${sum(sql`seen_sent and result <> 'unknown'`)} as eligible,
        ${sent("none")} as none, ${sent("rejected")} as rejected, ${sent("ignored")} as ignored,
        ${sum(result("unchanged"))} as unchanged, ${sum(result("light"))} as light, ${sum(result("heavy"))} as heavy,
        ${sum(result("unknown"))} as unknown
      from (
        select ${WEEK} as week, person, helpdesk, language, model, pipeline_version, result, seen_sent,
          count(*)::int as cases
        from outcomes where ${where} group by 1, 2, 3, 4, 5, 6, 7, 8) as grouped
      group by 1, 2, 3, 4, 5, 6`,
    values: sql`
      select ${WEEK} as week, helpdesk, language, model, pipeline_version, v.kind, v.name, v.bin, count(*)::int as cases,
        sum(v.value)::bigint as total
      from outcomes, lateral (
        select 'edit' as kind, '' as name, floor(edit_distance * ${sql.lit(EDIT_BINS)})::int as bin,
          round(edit_distance * ${sql.lit(EDIT_UNITS)})::bigint as value
        where edit_distance is not null and result in ('unchanged', 'light', 'heavy')
        union all
        select 'wait', '', floor(ln(greatest(first_text_ms, 1)) * ${sql.lit(WAIT_BINS)})::int,
          round(first_text_ms * ${sql.lit(WAIT_UNITS)})::bigint
        where first_text_ms is not null
        union all
        select 'reason', reason, 0, 0 from unnest(outcomes.reasons) as reason) as v
      where ${where} group by 1, 2, 3, 4, 5, 6, 7, 8`
  }
}

/** Weeks are counted since a Monday, because the database takes long to write their names. */
const WEEK = sql`((outcomes.created_at at time zone 'UTC')::date - '2019-12-30'::date) / 7`
/** 30 December 2019. */
const A_MONDAY_MS = mondayOf("2020-W01")
/** Returns the Monday of a week that is counted so, in milliseconds and in UTC. */
export const mondayOfWeek = (week: number): number => A_MONDAY_MS + week * WEEK_MS

const COUNT_COLUMNS = sql.raw(
  "week, person, helpdesk, language, model, pipeline_version, cases, written, eligible, none, rejected, ignored, " +
    "unchanged, light, heavy, unknown"
)
const VALUE_COLUMNS = sql.raw("week, helpdesk, language, model, pipeline_version, kind, name, bin, cases, total")

interface Span {
  /** Whole weeks, from the first up to before the second. Each may be open. */
  weeks?: { from: number | undefined; before: number | undefined }
  /** The days that are in no whole week, as filters name them. */
  days: Pick<CaseFilter, "from" | "to">[]
}

function spanOf({ from, to }: CaseFilter): Span {
  const week = (ms: number) => (ms - A_MONDAY_MS) / WEEK_MS
  const first = from === undefined ? undefined : Math.ceil(week(Date.parse(from)))
  const before = to === undefined ? undefined : Math.floor(week(Date.parse(to) + DAY_MS))
  if (first !== undefined && before !== undefined && first >= before) return { days: [{ from, to }] }
  const begin = first === undefined ? undefined : isoDay(mondayOfWeek(first))
  const end = before === undefined ? undefined : isoDay(mondayOfWeek(before))
  const days: Span["days"] = []
  if (begin !== undefined && from !== undefined && from < begin) days.push({ from, to: dayBefore(begin) })
  if (end !== undefined && to !== undefined && to >= end) days.push({ from: end, to })
  return { weeks: { from: first, before }, days }
}

const dayBefore = (day: string) => isoDay(Date.parse(day) - DAY_MS)

function summedCondition(filter: CaseFilter, { from, before }: NonNullable<Span["weeks"]>): RawBuilder<SqlBool> {
  const conditions = [
    sql`true`,
    ...(from === undefined ? [] : [sql`week >= ${from}`]),
    ...(before === undefined ? [] : [sql`week < ${before}`]),
    ...Object.entries(DIMENSIONS).flatMap(([name, column]) => {
      const value = filter[name as keyof typeof DIMENSIONS]
      return value === undefined ? [] : [sql`${sql.ref(column)} = ${value}`]
    })
  ]
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}
