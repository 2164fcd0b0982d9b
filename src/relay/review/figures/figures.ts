import type * as z from "zod/mini"
import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from "kysely"
import {
  ENOUGH_CASES,
  type Figure,
  type FiguresAnswer,
  type FiguresBy,
  type figuresQuery,
  type Share
} from "../../protocol/review.ts"
import { REASONS, type Reason } from "../../ticket/review-reasons.ts"
import type { Schema } from "../../storage/schema.ts"
import { filterCondition } from "./case-filter.ts"

/** Reads shares, edit distances and waiting times of the filtered cases, altogether and by group. */
export async function readFigures(db: Kysely<Schema>, query: z.infer<typeof figuresQuery>): Promise<FiguresAnswer> {
  const { by = "week" } = query
  const key = GROUPS[by]
  const wanted = sql<SqlBool>`${filterCondition(query)} and outcomes.counted`
  const [rows, reasons, choices] = await Promise.all([
    countCases(db, key, wanted),
    countReasons(db, key, wanted),
    readChoices(db)
  ])
  const figure = (row: CountRow) => figureOf(row, reasonsOf(reasons, row, false), reasonsOf(reasons, row, true))
  const whole = rows.find((row) => row.whole) ?? EMPTY
  const groups = rows
    .filter((row) => !row.whole)
    .sort((a, b) =>
      by === "week"
        ? (a.key ?? "").localeCompare(b.key ?? "")
        : b.cases - a.cases || (a.key ?? "").localeCompare(b.key ?? "")
    )
  return {
    from: query.from ?? whole.first,
    to: query.to ?? whole.last,
    whole: figure(whole),
    by,
    groups: groups.map((row) => ({ key: row.key, figure: figure(row) })),
    choices
  }
}

/** Weeks are those of ISO 8601 in UTC. A model or pipeline of "" means that the case doesn't name one. */
const GROUPS: Record<FiguresBy, RawBuilder<string | null>> = {
  week: sql`to_char(outcomes.created_at at time zone 'UTC', 'IYYY-"W"IW')`,
  helpdesk: sql`outcomes.helpdesk`,
  language: sql`outcomes.language`,
  model: sql`nullif(outcomes.model, '')`,
  pipeline: sql`nullif(outcomes.pipeline_version, '')`
}

/** `ticked`: by a lead, else given by the agent. */
interface ReasonRow {
  key: string | null
  whole: boolean
  ticked: boolean
  reason: string
  count: number
}

/** Most cases have no reason, so only the reasons are grouped. */
async function countReasons(
  db: Kysely<Schema>,
  key: RawBuilder<string | null>,
  wanted: Expression<SqlBool>
): Promise<ReasonRow[]> {
  const { rows } = await sql<ReasonRow>`
    with said as (
      select ${key} as key, false as ticked, unnest(outcomes.reasons) as reason from outcomes where ${wanted} and outcomes.reasons <> '{}'
      union all
      select ${key}, true, unnest(reviews.reasons) from reviews join outcomes on outcomes.id = reviews.case_id where ${wanted})
    select key, grouping(key) = 1 as whole, ticked, reason, count(*)::int as count from said group by grouping sets ((ticked, reason), (key, ticked, reason))`.execute(
    db
  )
  return rows
}

function reasonsOf(rows: ReasonRow[], { key, whole }: CountRow, ticked: boolean): Partial<Record<Reason, number>> {
  const counts: Partial<Record<Reason, number>> = {}
  for (const reason of REASONS) {
    const row = rows.find(
      (one) => one.reason === reason && one.ticked === ticked && one.whole === whole && (whole || one.key === key)
    )
    if (row) counts[reason] = row.count
  }
  return counts
}

function figureOf(row: CountRow, reasons: Figure["reasons"], reviewed: Figure["reviewed"]): Figure {
  const { eligible, unchanged, light, heavy } = row
  const used = unchanged + light + heavy
  const ofEligible = (n: number) => shareWithInterval(n, eligible)
  const ofUsed = (n: number) => shareWithInterval(n, used)
  const enough = (value: number | null, of: number) => (of < ENOUGH_CASES ? null : value)
  return {
    eligible,
    drafted: ofEligible(eligible - row.none),
    used: ofEligible(used),
    rejected: ofEligible(row.rejected),
    ignored: ofEligible(row.ignored),
    none: ofEligible(row.none),
    unchanged: ofUsed(unchanged),
    light: ofUsed(light),
    heavy: ofUsed(heavy),
    accepted: ofUsed(unchanged + light),
    unknown: row.unknown,
    reasons,
    reviewed,
    editDistance: { median: enough(row.median, used), spread: row.spread },
    firstText: { p50: enough(row.p50, row.timed), p95: enough(row.p95, row.timed), of: row.timed }
  }
}

const EMPTY: CountRow = {
  key: null,
  whole: true,
  cases: 0,
  eligible: 0,
  none: 0,
  rejected: 0,
  ignored: 0,
  unchanged: 0,
  light: 0,
  heavy: 0,
  unknown: 0,
  median: null,
  spread: Array.from({ length: 10 }, () => 0),
  p50: null,
  p95: null,
  timed: 0,
  first: null,
  last: null
}

/** Reads in one pass which values of each filter occur in the cases, whatever is filtered. */
async function readChoices(db: Kysely<Schema>): Promise<FiguresAnswer["choices"]> {
  const { rows } = await sql<Record<"helpdesk" | "language" | "model" | "pipeline_version", string | null>>`
    select helpdesk, language, model, pipeline_version from outcomes group by grouping sets ((helpdesk), (language), (model), (pipeline_version))`.execute(
    db
  )
  const values = (column: keyof (typeof rows)[number]) => rows.flatMap((row) => row[column] || []).sort()
  return {
    helpdesks: values("helpdesk"),
    languages: values("language"),
    models: values("model"),
    pipelines: values("pipeline_version")
  }
}

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * Returns the share of `n` in `of` with its 95 % score interval, which stays inside 0 to 1 and is right for few cases
 * too.
 * @see E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22
 * (1927), 209 to 212.
 */
export function shareWithInterval(n: number, of: number): Share {
  if (of < ENOUGH_CASES) return { n, of, low: null, high: null }
  const share = n / of
  const room = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / room
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / room
  return { n, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

interface CountRow {
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
async function countCases(
  db: Kysely<Schema>,
  key: RawBuilder<string | null>,
  wanted: Expression<SqlBool>
): Promise<CountRow[]> {
  const count = (condition: RawBuilder<unknown>) => sql`(count(*) filter (where ${condition}))::int`
  const result = (name: string) => sql`result = ${sql.lit(name)}`
  const resultOfSent = (name: string) => sql`seen_sent and ${result(name)}`
  const tenths = Array.from({ length: 10 }, (_, at) =>
    count(sql`used and least(width_bucket(edit_distance, 0, 1, 10), 10) = ${sql.lit(at + 1)}`)
  )
  const day = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD')`
  const { rows } = await sql<CountRow>`
    with cases as (
      select ${key} as key, result, seen_sent, edit_distance, first_text_ms, created_at, result in ('unchanged', 'light', 'heavy') as used
      from outcomes where ${wanted})
    select key, grouping(key) = 1 as whole, count(*)::int as cases,
      ${count(sql`seen_sent and result <> 'unknown'`)} as eligible, ${count(resultOfSent("none"))} as none, ${count(resultOfSent("rejected"))} as rejected,
      ${count(resultOfSent("ignored"))} as ignored, ${count(result("unchanged"))} as unchanged, ${count(result("light"))} as light,
      ${count(result("heavy"))} as heavy, ${count(result("unknown"))} as unknown,
      percentile_cont(0.5) within group (order by edit_distance) filter (where used) as median, array[${sql.join(tenths)}] as spread,
      percentile_cont(0.5) within group (order by first_text_ms) as p50, percentile_cont(0.95) within group (order by first_text_ms) as p95,
      count(first_text_ms)::int as timed, ${day(sql`min(created_at)`)} as first, ${day(sql`max(created_at)`)} as last
    from cases group by grouping sets ((), (key))`.execute(db)
  return rows
}
