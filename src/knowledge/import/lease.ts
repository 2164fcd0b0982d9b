import { randomUUID } from "node:crypto"
import { sql, type Kysely, type Selectable } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { SHORT_LIMIT_MS, withTimeLimit } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import type { ReadFrom, ImportSource } from "../../ingest/source/source.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { ImportError } from "./import-error.ts"
import type { ImportRow, ImportState } from "./tables.ts"

export interface ImportCounts {
  /** The documents that the source reported, including those that failed. */
  seen: number
  imported: number
  unchanged: number
  removed: number
  failed: number
}

/** The right to write one source's documents, as long as it is renewed. */
export interface Lease {
  /** The import's id. A resumed import keeps the id of the interrupted one. */
  id: string
  from: ReadFrom
  resumed: boolean
  startedAt: Date
  counts: ImportCounts
  total: number | undefined
  /** The signal aborts when somebody asks for the import to be stopped, or when another process has taken it over. */
  signal: AbortSignal
  /**
   * Comes first in each transaction that writes, and keeps others from taking over until the transaction ends. @throws
   * ImportError if another process has already taken over
   */
  hold(write: Kysely<Schema>): Promise<void>
  /** Ends the import. @returns the counts as they are stored */
  end(write: Kysely<Schema>, state: Exclude<ImportState, "running">, reason?: string): Promise<ImportCounts>
  /** Stops renewing the lease. */
  release(): void
}

export interface LeaseOptions {
  origin: Origin
  log: Log
  /** Starts from the beginning and asks the source for everything. */
  again?: boolean
  /**
   * This configuration opens the source again without a person. An import that was started with another configuration
   * isn't resumed.
   */
  config?: Record<string, unknown>
  /** After this many milliseconds without renewal, an import counts as dead. */
  staleAfter?: number
}

/** Asks the process that imports this source to stop. Returns false if there is none. */
export async function cancelImport(db: Kysely<Schema>, collection: string): Promise<boolean> {
  const asked = await db
    .updateTable("imports")
    .set({ cancel: true })
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .where("state", "=", "running")
    .where(SILENT, "<", STALE_AFTER)
    .executeTakeFirst()
  return asked.numUpdatedRows > 0n
}

/**
 * Starts an import, or resumes the one that was interrupted. @throws ImportError while another process imports the same
 * source
 */
export async function takeLease(db: Kysely<Schema>, source: ImportSource, options: LeaseOptions): Promise<Lease> {
  const owner = randomUUID()
  const { row, since, resumed } = await db.transaction().execute((write) => begin(write, source, owner, options))
  const stop = new AbortController()
  const { staleAfter = STALE_AFTER, log } = options
  const renew = async (write: Kysely<Schema>) => {
    const lease = await ownImport(write, row.id, owner)
      .set({ alive_at: sql`clock_timestamp()` })
      .returning("cancel")
      .executeTakeFirst()
    const error = lease ? undefined : takenOver(source)
    if (error) stop.abort(error)
    else if (lease?.cancel) stop.abort(new DOMException("The import was asked to stop.", "AbortError"))
    return error
  }
  // While the database is unavailable, each batch waits for it and reports that, so the renewal doesn't need to.
  const timer = repeat(Math.max(50, staleAfter / 4), log, () => withTimeLimit(SHORT_LIMIT_MS, () => renew(db)))
  return {
    id: row.id,
    from: { ...(row.at !== null && { at: row.at }), ...(since !== null && { since }) },
    resumed,
    startedAt: row.started_at,
    counts: {
      seen: row.seen,
      imported: row.imported,
      unchanged: row.unchanged,
      removed: row.removed,
      failed: row.failed
    },
    total: row.total ?? undefined,
    signal: stop.signal,
    async hold(write) {
      const error = await renew(write)
      if (error) throw error
    },
    async end(write, state, reason) {
      return ownImport(write, row.id, owner)
        .set({
          state,
          ended_at: sql`clock_timestamp()`,
          alive_at: sql`clock_timestamp()`,
          cancel: false,
          reason: reason ?? null
        })
        .returning(["seen", "imported", "unchanged", "removed", "failed"])
        .executeTakeFirstOrThrow()
    },
    release: () => clearInterval(timer)
  }
}

/** Updates an import as long as it is this process's own. */
const ownImport = (write: Kysely<Schema>, id: string, owner: string) =>
  write.updateTable("imports").where("id", "=", id).where("owner", "=", owner)

const takenOver = ({ label }: ImportSource) =>
  new ImportError(
    "import-taken-over",
    `Another process has taken over the import of ${label}, since this one gave no sign of life for a while. Nothing is lost: that one goes on.`
  )

/** Renews every `ms` milliseconds, unless the last renewal is still under way. */
function repeat(ms: number, log: Log, renew: () => Promise<unknown>): NodeJS.Timeout {
  let isRenewing = false
  return setInterval(() => {
    if (isRenewing) return
    isRenewing = true
    renew()
      .catch((error: unknown) => log.error("import-lease", error))
      .finally(() => {
        isRenewing = false
      })
  }, ms).unref()
}

const STALE_AFTER = 10_000
/**
 * Returns whether an import's process has renewed its lease recently. `imports` is the name of its row in the query.
 */
export const isAlive = (imports: string) =>
  sql<boolean>`${sql.ref(`${imports}.alive_at`)} > clock_timestamp() - make_interval(secs => ${STALE_AFTER / 1000})`
/** The milliseconds since the last renewal, by the database's clock. */
const SILENT = sql<number>`(extract(epoch from clock_timestamp() - alive_at) * 1000)::float8`
/**
 * An import that was interrupted longer ago starts from the beginning, because documents before its position may have
 * changed in the meantime.
 */
const RESUMED_WITHIN_HOURS = 24
/** This many imports of a source stay as history. */
const MAX_HISTORY = 50

async function begin(
  write: Kysely<Schema>,
  source: ImportSource,
  owner: string,
  { origin, again, config, staleAfter = STALE_AFTER }: LeaseOptions
) {
  // A batch that is being written locks its import, so that import is alive.
  await sql`set local lock_timeout = '3s'`.execute(write)
  const { collection, kind, label } = source
  const {
    row: { since },
    last,
    same
  } = await lockSource(write, { collection, origin, kind, label, config: config ? JSON.stringify(config) : null })
  if (last?.state === "running" && last.silent < staleAfter) throw running(label, last)
  const resumed =
    last !== undefined && last.state !== "done" && same && !again && last.silent < RESUMED_WITHIN_HOURS * 3_600_000
  const signs = {
    state: "running" as const,
    owner,
    alive_at: sql<Date>`clock_timestamp()`,
    cancel: false,
    ended_at: null,
    reason: null
  }
  if (resumed)
    return {
      row: await write
        .updateTable("imports")
        .set(signs)
        .where("id", "=", last.id)
        .returningAll()
        .executeTakeFirstOrThrow(),
      since,
      resumed
    }
  await write
    .updateTable("imports")
    .set({ state: "stopped", ended_at: sql`alive_at` })
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .where("state", "=", "running")
    .execute()
  await sql`
    delete from imports where tenant = ${TENANT} and collection = ${collection} and id not in
      (select id from imports where tenant = ${TENANT} and collection = ${collection} order by started_at desc limit ${MAX_HISTORY})`.execute(
    write
  )
  const row = await write
    .insertInto("imports")
    .values({ ...signs, id: randomUUID(), collection, started_at: sql`clock_timestamp()`, at: null, total: null })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { row, since: again ? null : since, resumed }
}

type Last = Selectable<ImportRow> & { silent: number }

/** Returns the source's row, on which anyone else who starts an import now has to wait, and its last import. */
async function lockSource(
  write: Kysely<Schema>,
  values: { collection: string; origin: Origin; kind: string; label: string; config: string | null }
) {
  const { collection, ...settings } = values
  // An import that was started as public and resumed as internal would leave its first part public.
  const before = await write
    .selectFrom("knowledge_sources")
    .select(sql<boolean>`config is not distinct from ${values.config}::jsonb`.as("same"))
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .executeTakeFirst()
  const row = await write
    .insertInto("knowledge_sources")
    .values(values)
    .onConflict((conflict) => conflict.columns(["tenant", "collection"]).doUpdateSet(settings))
    .returning("since")
    .executeTakeFirstOrThrow()
  try {
    const last: Last | undefined = await write
      .selectFrom("imports")
      .selectAll()
      .select(SILENT.as("silent"))
      .where("tenant", "=", TENANT)
      .where("collection", "=", collection)
      .orderBy("started_at", "desc")
      .limit(1)
      .forUpdate()
      .executeTakeFirst()
    return { row, last, same: before?.same ?? true }
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "55P03")
      throw running(values.label, undefined, cause)
    throw cause
  }
}

function running(label: string, last?: Last, cause?: unknown): ImportError {
  const so = last ? ` (since ${last.started_at.toISOString().slice(11, 16)} UTC, ${last.seen} documents so far)` : ""
  return new ImportError(
    "import-running",
    `${label} is being imported already${so}. Wait until that is done, or stop it first.`,
    cause === undefined ? {} : { cause }
  )
}
