import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from "kysely"
import type { FiguresAnswer, FiguresBy } from "../../../protocol/review.ts"
import { REASONS, type Reason } from "../../../ticket/review-reasons.ts"
import { isoWeek, mondayOf, WEEK_MS } from "../../../text/iso-week.ts"
import type { Schema } from "../../../storage/schema.ts"
import { percentilesOf, type ValueBin } from "./percentiles.ts"

/** 30 December 2019. */
const A_MONDAY_MS = mondayOf("2020-W01")

/**
 * What cases are grouped by. A model or pipeline of "" means that no draft was requested. Weeks are counted since a
 * Monday, because the database takes long to write their names.
 */
const GROUPS: Record<FiguresBy, RawBuilder<string | number | null>> = {
  // The database has statistics of this expression, so it knows how few weeks there are.
  week: sql`(((outcomes.created_at at time zone 'UTC')::date - '2019-12-30'::date) / 7)`,
  helpdesk: sql`outcomes.helpdesk`,
  language: sql`outcomes.language`,
  model: sql`nullif(outcomes.model, '')`,
  pipeline: sql`nullif(outcomes.pipeline_version, '')`
}

/** Returns the name of a group: that of an ISO 8601 week in UTC, or the value itself. */
function groupName(key: string | number | null): string | null {
  if (typeof key !== "number") return key
  const name = weekNames.get(key) ?? isoWeek(new Date(A_MONDAY_MS + key * WEEK_MS))
  weekNames.set(key, name)
  return name
}

/** There are as many as weeks have passed, and thousands of rows name each. */
const weekNames = new Map<number, string>()

/** A row as the database answers it. */
type Raw<Row> = Omit<Row, "key"> & { key: string | number | null }

const withGroupNames = <Row extends { key: string | number | null }>(rows: Row[]) =>
  rows.map((row) => ({ ...row, key: groupName(row.key) }))

/** The cases of one group, one agent and one draft version. */
export interface CaseCounts {
  key: string | null
  person: string
  pipeline: string
  cases: number
  /** Cases with a draft, whether a reply was seen or not. */
  written: number
  /** Seen sent; of these `unasked`, `none`, `rejected` and `ignored`; `unchanged`, `light` and `heavy` always are. */
  eligible: number
  unasked: number
  none: number
  rejected: number
  ignored: number
  unchanged: number
  light: number
  heavy: number
  unknown: number
  /** The days of the first and the last case in UTC, for example "2026-11-20". */
  first: string
  last: string
}

/** Counts the cases in one pass, by group, agent and draft version. */
export async function countCases(
  db: Kysely<Schema>,
  by: FiguresBy,
  wanted: Expression<SqlBool>
): Promise<CaseCounts[]> {
  const count = (condition: RawBuilder<unknown>) => sql`(coalesce(sum(cases) filter (where ${condition}), 0))::int`
  const result = (name: string) => sql`result = ${sql.lit(name)}`
  const ofSent = (name: string) => sql`seen_sent and ${result(name)}`
  const day = (at: RawBuilder<unknown>) => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD')`
  // Many cases have the same result, so the conditions are tried on some thousand rows and not on each case.
  const { rows } = await sql<Raw<CaseCounts>>`
    with grouped as (
      select ${GROUPS[by]} as key, person, pipeline_version, result, seen_sent, count(*) as cases,
        min(created_at) as first, max(created_at) as last
      from outcomes where ${wanted} group by 1, 2, 3, 4, 5)
    select key, person, pipeline_version as pipeline, sum(cases)::int as cases,
      ${count(sql`result <> 'none'`)} as written, ${count(sql`seen_sent and result <> 'unknown'`)} as eligible,
      ${count(sql`${ofSent("none")} and pipeline_version = ''`)} as unasked,
      ${count(sql`${ofSent("none")} and pipeline_version <> ''`)} as none, ${count(ofSent("rejected"))} as rejected,
      ${count(ofSent("ignored"))} as ignored, ${count(result("unchanged"))} as unchanged,
      ${count(result("light"))} as light, ${count(result("heavy"))} as heavy, ${count(result("unknown"))} as unknown,
      ${day(sql`min(first)`)} as first, ${day(sql`max(last)`)} as last
    from grouped group by 1, 2, 3 order by 1, 2, 3`.execute(db)
  return withGroupNames(rows)
}

/** How the edit distances of used drafts, and the waiting times, are distributed. */
export interface Distribution {
  median: number | null
  /** Counts of the edit distances by tenths. */
  spread: number[]
  p50: number | null
  p95: number | null
  /** How many cases have a waiting time. */
  timed: number
}

/** Reads the distributions of the whole and of each group, by its key. The whole has the key undefined. */
export async function readDistributions(
  db: Kysely<Schema>,
  by: FiguresBy,
  wanted: Expression<SqlBool>
): Promise<(key: string | null | undefined) => Distribution> {
  // Values are grouped so finely that a percentile of the groups is that of the values, and nothing is sorted for it.
  const { rows } = await sql<Raw<KeyedBin>>`
    select true as "isEdit", ${GROUPS[by]} as key, floor(edit_distance * ${sql.lit(EDIT_BINS)})::int as bin,
      count(*)::int as count, ((min(edit_distance) + max(edit_distance)) / 2)::float8 as mean
    from outcomes where ${wanted} and result in ('unchanged', 'light', 'heavy') group by 2, 3
    union all
    select false, ${GROUPS[by]}, floor(ln(greatest(first_text_ms, 1)) * 50)::int, count(*)::int,
      ((min(first_text_ms) + max(first_text_ms)) / 2)::float8
    from outcomes where ${wanted} and first_text_ms is not null group by 2, 3`.execute(db)
  const bins = withGroupNames(rows)
  const edits = bins.filter(({ isEdit }) => isEdit)
  const waits = bins.filter(({ isEdit }) => !isEdit)
  const [editsOf, waitsOf] = [byGroup(edits), byGroup(waits)]
  return (group) => {
    const [edit, wait] = [editsOf(group), waitsOf(group)]
    const [median = null] = percentilesOf(edit, [0.5])
    const [p50 = null, p95 = null] = percentilesOf(wait, [0.5, 0.95])
    return { median, spread: spreadOf(edit), p50, p95, timed: wait.reduce((sum, { count }) => sum + count, 0) }
  }
}

/** The bins of edit distances are half a percent wide, and those of waiting times two. */
const EDIT_BINS = 200

interface KeyedBin extends ValueBin {
  /** Of edit distances, else of waiting times. */
  isEdit: boolean
  key: string | null
}

/** Returns the bins of one group, or those of all groups together for undefined. */
function byGroup(bins: KeyedBin[]): (key: string | null | undefined) => ValueBin[] {
  const groups = Map.groupBy(bins, ({ key }) => key)
  return (key) => (key === undefined ? joined(bins) : (groups.get(key) ?? []))
}

function joined(bins: ValueBin[]): ValueBin[] {
  const whole = new Map<number, ValueBin>()
  for (const { bin, count, mean } of bins) {
    const there = whole.get(bin) ?? { bin, count: 0, mean: 0 }
    const sum = there.count + count
    whole.set(bin, { bin, count: sum, mean: (there.mean * there.count + mean * count) / sum })
  }
  return [...whole.values()]
}

function spreadOf(edits: ValueBin[]): number[] {
  const spread = Array.from({ length: 10 }, () => 0)
  for (const { bin, count } of edits) {
    const tenth = Math.min(9, Math.floor((bin * 10) / EDIT_BINS))
    spread[tenth] = (spread[tenth] ?? 0) + count
  }
  return spread
}

export type ReasonCounts = Partial<Record<Reason, number>>

interface ReasonRow {
  key: string | null
  reason: string
  count: number
}

/** Counts the reasons that agents gave, of the whole and of each group. Most cases have none. */
export async function countReasons(
  db: Kysely<Schema>,
  by: FiguresBy,
  wanted: Expression<SqlBool>
): Promise<(key: string | null | undefined) => ReasonCounts> {
  const { rows: raw } = await sql<Raw<ReasonRow>>`
    select key, reason, count(*)::int as count from (
      select ${GROUPS[by]} as key, unnest(outcomes.reasons) as reason from outcomes
      where ${wanted} and outcomes.reasons <> '{}') as given
    group by 1, 2`.execute(db)
  const rows = withGroupNames(raw)
  return (group) => {
    const counts: ReasonCounts = {}
    for (const reason of REASONS) {
      const own = rows.filter((row) => row.reason === reason && (group === undefined || row.key === group))
      const count = own.reduce((sum, row) => sum + row.count, 0)
      if (count > 0) counts[reason] = count
    }
    return counts
  }
}

/** The results of the replies to one ticket, for `times` tickets that have the same. */
export type TicketCounts = Pick<CaseCounts, "none" | "rejected" | "ignored" | "unchanged" | "light" | "heavy"> & {
  times: number
}

/**
 * Reads the results of the newest replies by ticket, whatever is filtered: how alike they are is the same everywhere.
 */
export async function readTicketCounts(db: Kysely<Schema>): Promise<TicketCounts[]> {
  const results = ["none", "rejected", "ignored", "unchanged", "light", "heavy"]
  const counts = results.map(
    (name) => sql`(count(*) filter (where result = ${sql.lit(name)}))::int as ${sql.ref(name)}`
  )
  const names = sql.join(results.map((name) => sql.ref(name)))
  const { rows } = await sql<TicketCounts>`
    select ${names}, count(*)::int as times from (
      select ${sql.join(counts)} from (
        select site, helpdesk, ticket_id, result from outcomes
        where counted and seen_sent and result <> 'unknown' and pipeline_version <> ''
        order by created_at desc limit ${MAX_SAMPLE}) as newest
      group by site, helpdesk, ticket_id) as tickets
    group by ${names}`.execute(db)
  return rows
}

const MAX_SAMPLE = 10_000

/** Reads which values of each filter occur in the cases, whatever is filtered. Each is found in the column's index. */
export async function readChoices(db: Kysely<Schema>): Promise<FiguresAnswer["choices"]> {
  const { rows } = await sql<{ column: ChoiceColumn; value: string }>`
    ${sql.join(CHOICE_COLUMNS.map(choicesIn), sql` union all `)}`.execute(db)
  const valuesOf = (column: ChoiceColumn) => rows.filter((row) => row.column === column).map(({ value }) => value)
  return {
    helpdesks: valuesOf("helpdesk"),
    languages: valuesOf("language"),
    models: valuesOf("model"),
    pipelines: valuesOf("pipeline_version")
  }
}

/** Goes from each value in the index to the next, so that the cases between aren't read. */
function choicesIn(column: ChoiceColumn): RawBuilder<unknown> {
  const name = sql.ref(column)
  return sql`(
    with recursive choices as (
      (select ${name} as value from outcomes where ${name} is not null order by ${name} limit 1)
      union all
      select (select ${name} from outcomes where ${name} > choices.value order by ${name} limit 1)
      from choices where choices.value is not null)
    select ${sql.lit(column)} as "column", value from choices where value <> '' order by value limit ${MAX_CHOICES})`
}

const CHOICE_COLUMNS = ["helpdesk", "language", "model", "pipeline_version"] as const
type ChoiceColumn = (typeof CHOICE_COLUMNS)[number]
const MAX_CHOICES = 1000
