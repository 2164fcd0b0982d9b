import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { isAlive } from "../import/lease.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { ConfiguredSource } from "./open-source.ts"

/**
 * Requests an import. The request is stored until an import has ended, so if a relay dies before, the next one
 * continues.
 */
export async function requestImport(
  db: Kysely<Schema>,
  { source: { collection, kind, label }, config }: ConfiguredSource,
  again: boolean
): Promise<void> {
  const wanted = JSON.stringify(config)
  // The configuration with which a known source was last opened stays until the import starts. It tells whether the
  // import may continue where another was interrupted.
  await db
    .insertInto("knowledge_sources")
    .values({ collection, kind, label, origin: "team", config: wanted, wanted, wanted_at: NOW, wanted_again: again })
    .onConflict((conflict) =>
      conflict
        .columns(["tenant", "collection"])
        .doUpdateSet({ wanted, wanted_at: NOW, wanted_again: sql<boolean>`knowledge_sources.wanted_again or ${again}` })
    )
    .execute()
}

/** Requests an import of a known source. @returns false if it isn't known */
export async function requestReimport(db: Kysely<Schema>, collection: string, again = false): Promise<boolean> {
  const asked = await one(db, collection)
    .set({ wanted_at: NOW, wanted_again: sql<boolean>`wanted_again or ${again}` })
    .executeTakeFirst()
  return asked.numUpdatedRows > 0n
}

export interface RequestedImport {
  kind: string
  label: string
  /** The configuration that opens it this time. */
  config: unknown
  again: boolean
  /** Identifies the request. */
  mark: string
}

/** Returns what was requested, or undefined if nobody wants it any more. */
export async function readRequestedImport(
  db: Kysely<Schema>,
  collection: string
): Promise<RequestedImport | undefined> {
  return db
    .selectFrom("knowledge_sources")
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .where("origin", "=", "team")
    .where("wanted_at", "is not", null)
    .select([
      "kind",
      "label",
      "wanted_again as again",
      sql<unknown>`coalesce(wanted, config)`.as("config"),
      sql<string>`wanted_at::text`.as("mark")
    ])
    .executeTakeFirst()
}

/** Notes that the import has started from the beginning. If it is interrupted, it continues from where it was. */
export async function markImportBegun(db: Kysely<Schema>, collection: string): Promise<void> {
  await one(db, collection).set({ wanted_again: false }).execute()
}

/** Notes that the import has ended. What was requested in the meantime stays requested. */
export async function markImportEnded(
  db: Kysely<Schema>,
  collection: string,
  { mark }: Pick<RequestedImport, "mark">
): Promise<void> {
  await one(db, collection)
    .set({ ...NOTHING, wanted_at: sql`case when wanted_at = ${mark}::timestamptz then null else wanted_at end` })
    .execute()
}

/** Withdraws the request. */
export async function cancelImportRequest(db: Kysely<Schema>, collection: string): Promise<void> {
  await one(db, collection)
    .set({ ...NOTHING, wanted_at: null })
    .execute()
}

/** Returns the sources that have waited for this many seconds and that nobody imports. */
export async function waitingSources(db: Kysely<Schema>, seconds: number): Promise<string[]> {
  const { rows } = await sql<{ collection: string }>`
    select collection from knowledge_sources s
    where tenant = ${TENANT} and wanted_at < clock_timestamp() - make_interval(secs => ${seconds}) and not exists (
      select from imports i where i.tenant = s.tenant and i.collection = s.collection and i.state = 'running' and ${isAlive("i")})
    order by wanted_at`.execute(db)
  return rows.map(({ collection }) => collection)
}

const NOW = sql<Date>`clock_timestamp()`
const NOTHING = { wanted: null, wanted_again: false }
const one = (db: Kysely<Schema>, collection: string) =>
  db
    .updateTable("knowledge_sources")
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .where("origin", "=", "team")
