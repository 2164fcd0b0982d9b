import { sql, type Kysely } from "kysely"
import type { KnowledgeSource, LastImport } from "../../protocol/knowledge.ts"
import type { Schema } from "../../storage/schema.ts"
import { isAlive } from "../import/lease.ts"
import type { ImportState } from "../import/tables.ts"
import { TENANT } from "../../storage/tenant.ts"
import { isInternal, isOpenable } from "./open-source.ts"
import { nextDueOf, readSchedule } from "./schedule.ts"
import type { Upkeep } from "./upkeep.ts"

/** How many failures, and how many notices, are listed. All of them are counted. */
const MAX_FAILURES = 100

/** Returns the team's sources by name, each with the current state of its last import. */
export async function listSources(db: Kysely<Schema>, rateOf: Upkeep["rateOf"], now: Date): Promise<KnowledgeSource[]> {
  const { rows } = await sql<Row>`
    select s.collection, s.kind, s.label, s.config, s.schedule, s.wanted_at is not null as wanted, h.created_at as "hookSince", h.called_at as "hookCalled",
      (select count(*)::int from documents d where d.collection = s.collection and d.origin = s.origin and d.tenant = s.tenant) as documents,
      i.id, i.state, i.seen, i.imported, i.unchanged, i.removed, i.failed, i.total, i.started_at as started, i.ended_at as ended, i.reason,
      ${isAlive("i")} as alive, extract(epoch from coalesce(i.ended_at, i.alive_at) - i.started_at)::float8 as seconds,
      (select coalesce(json_agg(f), '[]') from (select path, reason from import_failures f where f.import = i.id order by path limit ${MAX_FAILURES}) f) as failures,
      (select count(*)::int from import_notices n where n.import = i.id) as noted,
      (select coalesce(json_agg(n), '[]') from (select path, notice as reason from import_notices n where n.import = i.id order by path limit ${MAX_FAILURES}) n) as notices
    from knowledge_sources s
      left join knowledge_hooks h on h.tenant = s.tenant and h.collection = s.collection
      left join lateral (select * from imports i where i.tenant = s.tenant and i.collection = s.collection order by i.started_at desc limit 1) i on true
    where s.tenant = ${TENANT} and s.origin = 'team' order by s.label, s.collection`.execute(db)
  return rows.map((row) => {
    const schedule = readSchedule(row.schedule)
    const last = lastOf(row, rateOf(row.collection))
    return {
      collection: row.collection,
      kind: row.kind,
      label: row.label,
      internal: isInternal(row.config),
      documents: row.documents,
      again: isOpenable(row.config),
      waiting: row.wanted && last?.state !== "running",
      schedule,
      ...nextDueOf(schedule, now),
      last,
      hook: row.hookSince && { since: row.hookSince.toISOString(), called: row.hookCalled?.toISOString() ?? null }
    }
  })
}

interface Row {
  collection: string
  kind: string
  label: string
  config: unknown
  schedule: string | null
  wanted: boolean
  hookSince: Date | null
  hookCalled: Date | null
  documents: number
  id: string | null
  state: ImportState
  seen: number
  imported: number
  unchanged: number
  removed: number
  failed: number
  total: number | null
  started: Date
  ended: Date | null
  reason: string | null
  alive: boolean
  seconds: number
  failures: LastImport["failures"]
  noted: number
  notices: LastImport["notices"]
}

function lastOf(
  {
    id,
    state,
    seen,
    imported,
    unchanged,
    removed,
    failed,
    total,
    started,
    ended,
    reason,
    alive,
    seconds,
    failures,
    noted,
    notices
  }: Row,
  rate: number | undefined
): LastImport | null {
  if (id === null) return null
  const now = state === "running" && !alive ? "interrupted" : state
  // Of an import that another process does, over all its time, pauses included.
  const perSecond = rate ?? (seconds > 0 ? seen / seconds : null)
  const rest =
    now === "running" && total !== null && perSecond !== null && perSecond > 0
      ? Math.max(0, total - seen) / perSecond
      : null
  return {
    id,
    state: now,
    started: started.toISOString(),
    ended: ended?.toISOString() ?? null,
    reason,
    seen,
    imported,
    unchanged,
    removed,
    failed,
    total,
    perSecond: perSecond === null ? null : Math.round(perSecond * 10) / 10,
    rest: rest === null ? null : Math.round(rest),
    failures,
    noted,
    notices
  }
}
