import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from "kysely"
import type * as z from "zod/mini"
import {
  ENOUGH_CASES,
  type Figure,
  type FiguresAnswer,
  type FiguresBy,
  type figuresQuery
} from "../../protocol/review.ts"
import { REASONS, type Reason } from "../../ticket/review-reasons.ts"
import type { Schema } from "../../storage/schema.ts"
import { countCases, type CountRow } from "./count-cases.ts"
import { filterCondition } from "./case-filter.ts"
import { shareWithInterval } from "./wilson-interval.ts"

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
  const found: Partial<Record<Reason, number>> = {}
  for (const reason of REASONS) {
    const row = rows.find(
      (one) => one.reason === reason && one.ticked === ticked && one.whole === whole && (whole || one.key === key)
    )
    if (row) found[reason] = row.count
  }
  return found
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
