import { sql, type Kysely, type Selectable, type Generated } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { FINDING_KINDS, type Finding } from "./corpus/finding.ts"
import type { Coverage } from "./report.ts"

/** Records the findings and separates the settled ones. */
export async function saveFindings(
  db: Kysely<Schema>,
  findings: Finding[],
  now: Date
): Promise<{ open: Finding[]; settled: Finding[] }> {
  const known = new Map<string, Pick<Finding, "firstSeen" | "settled">>()
  for (let from = 0; from < findings.length; from += PAGE) {
    const some = findings.slice(from, from + PAGE)
    const { rows } = await sql<
      Pick<Selectable<KnowledgeFindingRow>, "id" | "first_seen" | "settled_at" | "by" | "note">
    >`
      insert into knowledge_findings (tenant, id, kind, first_seen, last_seen)
      select ${TENANT}, f.id, f.kind, ${now}, ${now} from unnest(${some.map(({ id }) => id)}::text[], ${some.map(({ kind }) => kind)}::text[]) as f (id, kind) order by f.id
      on conflict (tenant, id) do update set last_seen = greatest(knowledge_findings.last_seen, excluded.last_seen)
      returning id, first_seen, settled_at, by, note`.execute(db)
    for (const { id, first_seen, settled_at, by, note } of rows)
      known.set(id, {
        firstSeen: first_seen.toISOString(),
        ...(settled_at && { settled: { at: settled_at.toISOString(), by, note } })
      })
  }
  const all: Finding[] = findings.map((finding) => ({ ...finding, ...known.get(finding.id) }))
  return { open: all.filter(({ settled }) => !settled), settled: all.filter(({ settled }) => settled) }
}

const PAGE = 1_000

/**
 * Marks a finding as settled, so that the report leaves it out until its words change. Returns false if no report has
 * found it.
 */
export async function settleFinding(
  db: Kysely<Schema>,
  { id, by, note, now }: { id: string; by: string; note?: string | undefined; now: Date }
): Promise<boolean> {
  const settled = await db
    .updateTable("knowledge_findings")
    .set({ settled_at: now, by, note: note ?? null })
    .where("tenant", "=", TENANT)
    .where("id", "=", id)
    .executeTakeFirst()
  return settled.numUpdatedRows > 0n
}

/** Puts a settled finding back among the open ones. Returns false if there is no settled finding with this id. */
export async function reopenFinding(db: Kysely<Schema>, id: string): Promise<boolean> {
  const opened = await db
    .updateTable("knowledge_findings")
    .set({ settled_at: null, by: null, note: null })
    .where("tenant", "=", TENANT)
    .where("id", "=", id)
    .where("settled_at", "is not", null)
    .executeTakeFirst()
  return opened.numUpdatedRows > 0n
}

export interface Trend {
  /** The time is in ISO 8601. */
  at: string
  /** The open findings by kind, and the coverage: `tickets` that were searched, and `answered`. */
  counts: Record<string, number>
}

/** Stores the run's counts, and deletes what is too old for the history. */
export async function saveReportRun(
  db: Kysely<Schema>,
  open: Finding[],
  { searched, answered }: Coverage,
  now: Date
): Promise<void> {
  const counts = {
    ...Object.fromEntries(FINDING_KINDS.map((kind) => [kind, open.filter((finding) => finding.kind === kind).length])),
    tickets: searched,
    answered
  }
  await db
    .insertInto("knowledge_reports")
    .values(Object.entries(counts).map(([kind, count]) => ({ tenant: TENANT, at: now, kind, count })))
    .onConflict((conflict) =>
      conflict.columns(["tenant", "at", "kind"]).doUpdateSet((e) => ({ count: e.ref("excluded.count") }))
    )
    .execute()
  const old = new Date(now.getTime() - LOOKED_BACK)
  await db.deleteFrom("knowledge_reports").where("tenant", "=", TENANT).where("at", "<", old).execute()
  await db.deleteFrom("knowledge_findings").where("tenant", "=", TENANT).where("last_seen", "<", old).execute()
}

const LOOKED_BACK = 400 * 86_400_000

/** Returns the newest runs, the newest last. */
export async function readTrend(db: Kysely<Schema>, runs = 30): Promise<Trend[]> {
  const { rows } = await sql<TrendRow>`
    select at, json_object_agg(kind, count) as counts from knowledge_reports where tenant = ${TENANT} group by at order by at desc limit ${runs}`.execute(
    db
  )
  return rows.map(trendOf).reverse()
}

/** Returns the last run of each day in UTC, the newest last. */
export async function readDailyTrend(db: Kysely<Schema>, days = 90): Promise<Trend[]> {
  const { rows } = await sql<TrendRow>`
    select r.at, json_object_agg(r.kind, r.count) as counts from knowledge_reports r
    where r.tenant = ${TENANT} and r.at in (select max(at) from knowledge_reports where tenant = ${TENANT} group by (at at time zone 'UTC')::date)
    group by r.at order by r.at desc limit ${days}`.execute(db)
  return rows.map(trendOf).reverse()
}

interface TrendRow {
  at: Date
  counts: Record<string, number>
}
const trendOf = ({ at, counts }: TrendRow): Trend => ({ at: at.toISOString(), counts })

interface KnowledgeFindingRow {
  tenant: Generated<string>
  id: string
  kind: string
  first_seen: Date
  last_seen: Date
  settled_at: Generated<Date | null>
  by: Generated<string | null>
  note: Generated<string | null>
}

/** The number of open findings of a kind in one run. */
interface KnowledgeReportRow {
  tenant: Generated<string>
  at: Date
  kind: string
  count: number
}

declare module "../../storage/schema.ts" {
  interface Schema {
    knowledge_findings: KnowledgeFindingRow
    knowledge_reports: KnowledgeReportRow
  }
}
