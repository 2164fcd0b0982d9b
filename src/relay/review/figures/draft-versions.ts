import { sql, type Kysely } from "kysely"
import type { DraftVersion, VersionChangePart } from "../../../protocol/draft-versions.ts"
import { MAX_VERSION_NAMES } from "../../../protocol/review.ts"
import type { Schema } from "../../../storage/schema.ts"
import type { VersionParts } from "../../drafting/pipeline/version-parts.ts"
import { readVersionStarts } from "./count-cases.ts"

/** Notes what a version is made of, when its first draft is written. Later calls change nothing. */
export async function noteVersion(db: Kysely<Schema>, version: string, parts: VersionParts, now: Date): Promise<void> {
  await sql`
    insert into draft_versions (pipeline_version, parts, first_at)
    values (${version}, ${JSON.stringify(parts)}::jsonb, ${now})
    on conflict (tenant, pipeline_version) do update set parts = excluded.parts where draft_versions.parts is null`.execute(
    db
  )
}

/** Names a version, or takes its name away if the name is empty. */
export async function nameVersion(db: Kysely<Schema>, version: string, name: string, now: Date): Promise<void> {
  await sql`
    insert into draft_versions (pipeline_version, name, first_at) values (${version}, nullif(${name}, ''), ${now})
    on conflict (tenant, pipeline_version) do update set name = excluded.name`.execute(db)
}

/** Reads the names that leads gave, by version. */
export async function readVersionNames(db: Kysely<Schema>): Promise<Record<string, string>> {
  const { rows } = await sql<{ version: string; name: string }>`
    select pipeline_version as version, name from draft_versions
    where name is not null order by first_at desc limit ${MAX_VERSION_NAMES}`.execute(db)
  return Object.fromEntries(rows.map(({ version, name }) => [version, name]))
}

interface VersionRow {
  version: string
  name: string | null
  parts: VersionParts | null
  firstAt: Date | null
  cases: number
}

/** Reads the versions that have replies, the newest first, each with what differs from the one that began before it. */
export async function readVersions(db: Kysely<Schema>): Promise<DraftVersion[]> {
  const { rows } = await sql<VersionRow>`
    select counted.version, named.name, named.parts, named.first_at as "firstAt", counted.cases
    from (
      select pipeline_version as version, sum(cases)::int as cases from case_counts
      where pipeline_version <> '' group by 1 having sum(cases) > 0) as counted
    left join draft_versions named on named.pipeline_version = counted.version`.execute(db)
  const starts = await readVersionStarts(
    db,
    rows.map(({ version }) => version)
  )
  const began = ({ version, firstAt }: VersionRow) =>
    Math.min(firstAt?.getTime() ?? Infinity, starts.get(version) ?? Infinity)
  const sorted = rows.toSorted((a, b) => began(a) - began(b) || a.version.localeCompare(b.version)).slice(-MAX_VERSIONS)
  const events = await readEvents(db, sorted[0] ? new Date(began(sorted[0])) : new Date())
  return sorted
    .map((row, at): DraftVersion => {
      const before = sorted[at - 1]
      return {
        pipeline: row.version,
        name: row.name ?? "",
        began: new Date(began(row)).toISOString(),
        cases: row.cases,
        changes: before
          ? [
              ...changesBetween(before.parts, row.parts),
              ...summedUp(events.filter(({ at: when }) => when > began(before) && when <= began(row)))
            ]
          : null
      }
    })
    .toReversed()
}

/** The page shows these, and names can be given to them. */
const MAX_VERSIONS = 30

function changesBetween(before: VersionParts | null, after: VersionParts | null): VersionChangePart[] {
  if (!before || !after) return [{ kind: "unrecorded" }]
  const differs = (name: keyof VersionParts) => before[name] !== after[name]
  const changes: VersionChangePart[] = []
  for (const kind of ["model", "search", "verifier"] as const)
    if (differs(kind)) changes.push({ kind, before: before[kind], after: after[kind] })
  // The fingerprint of a prompt has the model's name in it.
  if (differs("prompt") && !differs("model")) changes.push({ kind: "prompt" })
  if (differs("verifierPrompt") && !differs("verifier")) changes.push({ kind: "verifier-prompt" })
  if (differs("recipe")) changes.push({ kind: "program" })
  if (differs("team")) changes.push({ kind: "team" })
  if (differs("memories")) changes.push({ kind: "memories" })
  return changes
}

/** A change of a voice, of a playbook, or of the knowledge. */
type Event = { at: number } & (
  | { kind: "voice" | "playbook"; name: string; version: number; removed: boolean }
  | { kind: "pages"; imported: number; removed: number }
)

async function readEvents(db: Kysely<Schema>, since: Date): Promise<Event[]> {
  const { rows: files } = await sql<{
    kind: "voice" | "playbook"
    name: string
    version: number
    removed: boolean
    at: Date
  }>`
    select 'voice' as kind, name, version, source is null as removed, at from voice_versions where at >= ${since}
    union all
    select 'playbook', name, version, source is null, at from playbook_versions where at >= ${since}
    order by at limit ${MAX_EVENTS}`.execute(db)
  const { rows: imports } = await sql<{ imported: number; removed: number; at: Date }>`
    select imported, removed, ended_at as at from imports
    where ended_at >= ${since} and imported + removed > 0 order by ended_at limit ${MAX_EVENTS}`.execute(db)
  return [
    ...files.map((file) => ({ ...file, at: file.at.getTime() })),
    ...imports.map((one) => ({ ...one, kind: "pages" as const, at: one.at.getTime() }))
  ]
}

const MAX_EVENTS = 1_000

/** Returns each voice and playbook once, as it was last, and all imports together. */
function summedUp(events: Event[]): VersionChangePart[] {
  const files = new Map<string, VersionChangePart>()
  let [imported, removed] = [0, 0]
  for (const event of events) {
    if (event.kind === "pages") [imported, removed] = [imported + event.imported, removed + event.removed]
    else {
      const { kind, name, version } = event
      files.set(`${kind} ${name}`, { kind, name, version: event.removed ? null : version })
    }
  }
  return [...files.values(), ...(imported + removed > 0 ? [{ kind: "pages" as const, imported, removed }] : [])]
}
