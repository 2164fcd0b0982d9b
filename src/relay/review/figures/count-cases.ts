import { sql, type Kysely, type RawBuilder } from "kysely"
import type { CaseFilter, FiguresAnswer, FiguresBy } from "../../../protocol/review.ts"
import { REASONS, type Reason } from "../../../ticket/review-reasons.ts"
import { isoWeek } from "../../../text/iso-week.ts"
import type { Schema } from "../../../storage/schema.ts"
import { EDIT_BINS, EDIT_UNITS, mondayOfWeek, WAIT_UNITS, type CountedCases } from "./counted-cases.ts"
import { filterCondition } from "../filter/case-filter.ts"
import { percentilesOf, type ValueBin } from "./percentiles.ts"

/** What cases are grouped by. A model or pipeline of "" means that no draft was requested. */
const GROUPS: Record<FiguresBy, RawBuilder<string | number | null>> = {
  week: sql`week`,
  helpdesk: sql`helpdesk`,
  language: sql`language`,
  model: sql`nullif(model, '')`,
  pipeline: sql`nullif(pipeline_version, '')`
}

/** Returns the name of a group: that of an ISO 8601 week in UTC, or the value itself. */
function groupName(key: string | number | null): string | null {
  if (typeof key !== "number") return key
  const name = weekNames.get(key) ?? isoWeek(new Date(mondayOfWeek(key)))
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
}

/** Counts the cases by group, agent and draft version. */
export async function countCases(db: Kysely<Schema>, by: FiguresBy, { counts }: CountedCases): Promise<CaseCounts[]> {
  const sum = (name: string) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`
  const columns = ["cases", "written", "eligible", "rejected", "ignored", "unchanged", "light", "heavy", "unknown"]
  const none = (requested: RawBuilder<unknown>) => sql`(case when ${requested} then sum(none) else 0 end)::int`
  const { rows } = await sql<Raw<CaseCounts>>`
    select ${GROUPS[by]} as key, person, pipeline_version as pipeline, ${sql.join(columns.map(sum))},
      ${none(sql`pipeline_version = ''`)} as unasked, ${none(sql`pipeline_version <> ''`)} as none
    from (${counts}) as counted
    group by 1, person, pipeline_version having sum(cases) > 0 order by 1, 2, 3`.execute(db)
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

export type ReasonCounts = Partial<Record<Reason, number>>

/** What is read of a group, or of the whole, whose key is undefined. */
export interface GroupValues {
  distribution: Distribution
  /** The reasons that agents gave. Most cases have none. */
  reasons: ReasonCounts
}

interface ValueRow {
  kind: "edit" | "wait" | "reason"
  name: string
  key: string | null
  bin: number
  count: number
  /** The sum of the values in the bin, in the units of the sums. */
  total: number
}

/** Reads distributions and reasons of the whole and of each group, by its key. The whole has the key undefined. */
export async function readValues(
  db: Kysely<Schema>,
  by: FiguresBy,
  { values }: CountedCases
): Promise<(key: string | null | undefined) => GroupValues> {
  const { rows } = await sql<Raw<ValueRow>>`
    select kind, name, ${GROUPS[by]} as key, bin, sum(cases)::int as count,
      sum(total)::float8 as total
    from (${values}) as counted group by 1, 2, 3, 4 having sum(cases) > 0`.execute(db)
  const all = withGroupNames(rows)
  const groups = Map.groupBy(all, ({ key }) => key)
  return (key) => valuesOf(key === undefined ? all : (groups.get(key) ?? []))
}

function valuesOf(rows: ValueRow[]): GroupValues {
  const { edit = [], wait = [], reason = [] } = Object.groupBy(rows, ({ kind }) => kind)
  const [edits, waits] = [joined(edit, EDIT_UNITS), joined(wait, WAIT_UNITS)]
  const [median = null] = percentilesOf(edits, [0.5])
  const [p50 = null, p95 = null] = percentilesOf(waits, [0.5, 0.95])
  const timed = waits.reduce((sum, { count }) => sum + count, 0)
  return { distribution: { median, spread: spreadOf(edits), p50, p95, timed }, reasons: reasonsOf(reason) }
}

/** Returns the bins of several groups together, with the means of their values. */
function joined(rows: ValueRow[], units: number): ValueBin[] {
  return [...Map.groupBy(rows, ({ bin }) => bin)].map(([bin, some]) => {
    const count = some.reduce((sum, row) => sum + row.count, 0)
    return { bin, count, mean: some.reduce((sum, row) => sum + row.total, 0) / units / count }
  })
}

function spreadOf(edits: ValueBin[]): number[] {
  const spread = Array.from({ length: 10 }, () => 0)
  for (const { bin, count } of edits) {
    const tenth = Math.min(9, Math.floor((bin * 10) / EDIT_BINS))
    spread[tenth] = (spread[tenth] ?? 0) + count
  }
  return spread
}

function reasonsOf(rows: ValueRow[]): ReasonCounts {
  const counts: ReasonCounts = {}
  for (const { name, count } of rows) {
    const reason = REASONS.find((one) => one === name)
    if (reason) counts[reason] = (counts[reason] ?? 0) + count
  }
  return counts
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

/** Reads when each of these draft versions began, by its first case, whatever is filtered. In milliseconds. */
export async function readVersionStarts(db: Kysely<Schema>, pipelines: string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ pipeline: string; began: Date }>`
    select pipeline, (select min(created_at) from outcomes where pipeline_version = pipeline) as began
    from unnest(${pipelines}::text[]) as pipeline`.execute(db)
  return new Map(rows.map(({ pipeline, began }) => [pipeline, began.getTime()]))
}

/** Reads the days of the first and of the last counted case of a filter, or null without a case. */
export async function readDays(db: Kysely<Schema>, filter: CaseFilter): Promise<Pick<FiguresAnswer, "from" | "to">> {
  // Two separate looks, each of which ends at the first case in the index.
  const end = (order: RawBuilder<unknown>) => sql`(
    select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD') from outcomes
    where ${filterCondition(filter)} and outcomes.counted order by created_at ${order} limit 1)`
  const { rows } = await sql<{ from: string | null; to: string | null }>`
    select ${end(sql`asc`)} as "from", ${end(sql`desc`)} as "to"`.execute(db)
  const [days] = rows
  return { from: filter.from ?? days?.from ?? null, to: filter.to ?? days?.to ?? null }
}
