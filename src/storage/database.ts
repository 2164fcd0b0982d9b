import { Kysely } from "kysely"
import pg from "pg"
import type { Log } from "../runtime/log.ts"
import { runOutsideScope } from "../runtime/scope/request-scope.ts"
import { measureConnectionWait, watchPool } from "../runtime/metrics/database-metrics.ts"
import type { Settings } from "../runtime/settings.ts"
import { isFolderLocked } from "./folder-lock.ts"
import { migrate } from "./migrate.ts"
import { startLocalDatabase, type LocalDatabase } from "./local-database.ts"
import { connectionOfRunning } from "./embedded/connection.ts"
import { RelayDialect } from "./dialect.ts"
import { observeStatement } from "./observe-statement.ts"
import { openReadReplica, type ReadReplica, type ReplicaOptions } from "./read-replica.ts"
import { retryWhileUnavailable } from "./retry.ts"
import { prepareDataPaths } from "./embedded/data-paths.ts"
import type { Schema } from "./schema.ts"
import { checkDatabaseUrl, shownDatabaseUrl } from "./check-database-url.ts"
import { RELAY_SESSION } from "./sessions.ts"

export interface Database {
  db: Kysely<Schema>
  pool: pg.Pool
  /** Where the data lie, for people: a folder, or an address without the password. */
  location: string
  close(): Promise<void>
}

export interface OpenOptions {
  /** False leaves the tables as they are, for example to back them up before an update. */
  migrate?: boolean
  /** Under which other sessions see who is at work. By default that of a relay. */
  applicationName?: string
  /** The most connections of the pool. */
  connections?: number
  /** The database in the data folder, if that was started already. */
  local?: Promise<LocalDatabase>
}

/**
 * Opens the database that the settings name, with its tables up to date: DATABASE_URL, else one of our own in the data
 * folder, which belongs to one relay at a time.
 * @throws StartError in one sentence for a person.
 */
export async function openDatabase(
  settings: Settings,
  log: Log,
  signal: AbortSignal,
  options: OpenOptions = {}
): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    await checkDatabaseUrl(settings.databaseUrl, log)
    const pool = createPool({ connectionString: settings.databaseUrl }, log, options)
    return ready(pool, shownDatabaseUrl(settings.databaseUrl), options)
  }
  const own = await (options.local ?? startLocalDatabase(settings, log, signal))
  return ready(createPool(own.connection, log, options), settings.data, options, own)
}

/**
 * The same for a command beside the relay: where one runs on the data folder, its database is used, and left running.
 */
export async function connectDatabase(
  settings: Settings,
  log: Log,
  signal: AbortSignal,
  options: OpenOptions = {}
): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openDatabase(settings, log, signal, options)
  const paths = await prepareDataPaths(settings.data)
  if (!(await isFolderLocked(paths.sockets))) return openDatabase(settings, log, signal, options)
  return ready(createPool(await connectionOfRunning(paths), log, options), settings.data, options)
}

/** Opens the read replica that the settings name, if they do. It may be away: the database itself does without. */
export function openReplica(
  { databaseReadUrl: url }: Settings,
  options: Omit<ReplicaOptions, "url">
): ReadReplica | undefined {
  return url === undefined ? undefined : openReadReplica({ url, ...options })
}

async function ready(
  pool: pg.Pool,
  place: string,
  { migrate: toMigrate = true }: OpenOptions,
  own?: Pick<LocalDatabase, "stop">
): Promise<Database> {
  // Only taking a connection is tried again: what was under way on a lost one may have been done.
  const patient = {
    options: pool.options,
    connect: () => measureConnectionWait(() => retryWhileUnavailable(() => pool.connect())),
    end: () => pool.end()
  }
  const db = new Kysely<Schema>({ dialect: new RelayDialect({ pool: patient }), log: observeStatement })
  const unwatch = watchPool(pool)
  const close = async () => {
    unwatch()
    await db.destroy()
    await own?.stop()
  }
  try {
    if (toMigrate) await migrate(db)
  } catch (error) {
    await close()
    throw error
  }
  return { db, pool, location: place, close }
}

function createPool(
  connection: pg.ClientConfig,
  log: Log,
  { applicationName = RELAY_SESSION, connections = 16 }: OpenOptions
): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    // One stays open, by which a restore sees that a relay runs, however idle that is.
    min: 1,
    max: connections,
    connectionTimeoutMillis: 5_000,
    application_name: applicationName
  })
  // A connection that breaks, idle or between two queries of a transaction: the pool makes a new one, the next query
  // tells. Without a listener on each the process would end. A pool that has been told to end takes leave of the server
  // without waiting: what it says to that is no loss.
  const lost = (error: Error) => pool.ending || runOutsideScope(() => log.error("database-connection-lost", error))
  pool.on("connect", (client) => client.on("error", lost))
  pool.on("error", () => undefined)
  return pool
}
