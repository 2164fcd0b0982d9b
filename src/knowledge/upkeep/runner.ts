import { type Kysely, sql } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { measureImport } from "../../runtime/metrics/work-metrics.ts"
import { Problem } from "../../runtime/problem.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { ImportError } from "../import/import-error.ts"
import { runImport, type ImportProgress, type ImportSummary } from "../import/run-import.ts"
import { SourceError, type ImportSource } from "../../ingest/source/source.ts"
import { openStoredSource, type Environment, type ConfiguredSource } from "./open-source.ts"
import { isAlive } from "../import/lease.ts"
import { TENANT } from "../../storage/tenant.ts"

export interface Runner {
  /** Imports a requested source to its end. The import's row or the log has the result. */
  run(collection: string, signal: AbortSignal): Promise<void>
  /** Imports a source once, requested or not. @throws ImportError */
  runOnce(source: ImportSource, options: RunOptions): Promise<ImportSummary>
  /** Returns the documents per second of an import in this process, or undefined for any other. */
  rateOf(collection: string): number | undefined
}

export interface RunOptions {
  config: Record<string, unknown>
  again: boolean
  signal: AbortSignal
  /** Called once nobody else can import it. */
  began?: () => void
}

/** Runs imports in this process. */
export function createRunner(db: Kysely<Schema>, environment: Environment, log: Log): Runner {
  const paces = new Map<string, Pace>()
  const runOnce: Runner["runOnce"] = async (source, { config, again, signal, began }) => {
    const pace = new Pace()
    const begin = () => {
      paces.set(source.collection, pace)
      began?.()
    }
    const report = ({ seen }: ImportProgress) => {
      if (pace.take(seen) === "first" && again)
        markImportBegun(db, source.collection).catch((error: unknown) => log.error("import-begun", error))
    }
    try {
      const summary = await asLongWork(() =>
        measureImport(() => runImport(db, source, { origin: "team", signal, log, again, config, began: begin, report }))
      )
      log.info("imported", {
        import: summary.id,
        state: summary.state,
        seen: summary.seen,
        imported: summary.imported,
        removed: summary.removed,
        failed: summary.failed
      })
      return summary
    } finally {
      // It must not be the entry of another import, which keeps this one from starting.
      if (paces.get(source.collection) === pace) paces.delete(source.collection)
    }
  }
  return {
    runOnce,
    async run(collection, signal) {
      const request = await readRequestedImport(db, collection)
      if (!request) return
      const { source, config } = await openRequested(db, environment, collection, request)
      try {
        await runOnce(source, { config, again: request.again, signal })
      } catch (error) {
        // Somebody imports it already or has taken over. If the disk is full or the database is away, it stays
        // requested.
        if (!(error instanceof ImportError)) await markImportEnded(db, collection, request)
        if (error instanceof ImportError && error.code === "import-running") return log.info("import-elsewhere")
        return log.error("import-wanted", error)
      }
      // If the relay is stopping, the next one continues.
      if (!signal.aborted) await markImportEnded(db, collection, request)
    },
    rateOf: (collection) => paces.get(collection)?.perSecond()
  }
}

/** How fast an import goes, from its first report on. */
class Pace {
  #began = performance.now()
  #first: number | undefined
  #seen = 0

  /** @param seen the documents up to now; a resumed import begins with those of before */
  take(seen: number): "first" | "later" {
    this.#seen = seen
    if (this.#first !== undefined) return "later"
    this.#first = seen
    this.#began = performance.now()
    return "first"
  }

  /** Returns documents per second, or undefined before there is something to count. */
  perSecond(): number | undefined {
    if (this.#first === undefined) return undefined
    const seconds = (performance.now() - this.#began) / 1000
    return seconds < 1 ? undefined : (this.#seen - this.#first) / seconds
  }
}

/** Opens a requested source again. If that fails, the source's import fails with the reason. */
async function openRequested(
  db: Kysely<Schema>,
  environment: Environment,
  collection: string,
  { kind, label, config }: RequestedImport
): Promise<{ source: ImportSource; config: Record<string, unknown> }> {
  try {
    return await openStoredSource(db, environment, collection, config)
  } catch (error) {
    const reason =
      error instanceof Problem ? new SourceError("source-unreadable", error.message, { cause: error }) : error
    return {
      source: { kind, collection, label, read: () => failing(reason) },
      config: { ...(config !== null && typeof config === "object" && config) }
    }
  }
}

/** Makes the import fail with that reason, which an admin can see. */
async function* failing(error: unknown): AsyncGenerator<never, void> {
  throw error
}

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

interface RequestedImport {
  kind: string
  label: string
  /** The configuration that opens it this time. */
  config: unknown
  again: boolean
  /** Identifies the request. */
  mark: string
}

/** Returns what was requested, or undefined if nobody wants it any more. */
async function readRequestedImport(db: Kysely<Schema>, collection: string): Promise<RequestedImport | undefined> {
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
async function markImportBegun(db: Kysely<Schema>, collection: string): Promise<void> {
  await one(db, collection).set({ wanted_again: false }).execute()
}

/** Notes that the import has ended. What was requested in the meantime stays requested. */
async function markImportEnded(
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
