import type { Kysely } from "kysely"
import type pg from "pg"
import type { Log } from "../runtime/log.ts"
import { runOutsideScope } from "../runtime/scope/request-scope.ts"
import type { Settings } from "../runtime/settings.ts"
import { isFolderLocked } from "./folder-lock.ts"
import { migrate } from "./migrate.ts"
import { startLocalDatabase, type LocalDatabase } from "./local-database.ts"
import { connectionOfRunning } from "./embedded/connection.ts"
import { openPool } from "./open-pool.ts"
import { timeLimit, withTimeLimit } from "./pool/time-limit.ts"
import type { StatementTimeout } from "./pool/timed-client.ts"
import { openReadReplica, type ReadReplica, type ReplicaOptions } from "./read-replica.ts"
import { retryWhileUnavailable } from "./retry.ts"
import { prepareDataPaths } from "./embedded/data-paths.ts"
import type { Schema } from "./schema.ts"
import { checkDatabaseUrl, shownDatabaseUrl } from "./check-database-url.ts"
import { RELAY_SESSION } from "./sessions.ts"

export interface Database {
  db: Kysely<Schema>
  pool: pg.Pool
  /** For signs of life and what asks for them: on a connection of its own if the options say so, else `db` itself. */
  signs: Kysely<Schema>
  /** How to connect to it, as plain data, for a thread with connections of its own. */
  connection: pg.ClientConfig
  /** Where the data lie, for people: a folder, or an address without the password. */
  location: string
  /** Ends all connections at once, with what is under way on them, and opens no more. */
  cut(): void
  close(): Promise<void>
}

export interface OpenOptions {
  /** False leaves the tables as they are, for example to back them up before an update. */
  migrate?: boolean
  /** Under which other sessions see who is at work. By default that of a relay. */
  applicationName?: string
  /** The most connections, with that of signs of life. */
  connections?: number
  /** How many milliseconds to wait for a connection, a free one or a new one. */
  connectMs?: number
  /** Whether signs of life have a connection of their own, which no other work can keep busy. */
  ownSigns?: boolean
  /**
   * How many milliseconds a statement may take whose work has no limit of its own. Without it all of them, and those of
   * any work, may take as long as they do.
   */
  statementMs?: number
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
  opened: Opened,
  place: string,
  { migrate: toMigrate = true }: OpenOptions,
  own?: Pick<LocalDatabase, "stop">
): Promise<Database> {
  const { db, pool, connection, signs, cut } = opened
  const close = async () => {
    await opened.close()
    await own?.stop()
  }
  try {
    if (toMigrate) await withTimeLimit(undefined, () => migrate(db))
  } catch (error) {
    await close()
    throw error
  }
  return { db, pool, connection, signs, location: place, cut, close }
}

type Opened = Pick<Database, "db" | "pool" | "connection" | "signs" | "cut" | "close">

function createPool(
  connection: pg.ClientConfig,
  log: Log,
  { applicationName = RELAY_SESSION, connections = 16, connectMs = 5_000, ownSigns = false, statementMs }: OpenOptions
): Opened {
  const onLate = tellOfLate(log)
  const open = (max: number, tell: (timeout: StatementTimeout) => void, onReadOnly?: () => void) => {
    const opened = openPool(
      {
        ...connection,
        // One stays open, by which a restore sees that a relay runs, however idle that is.
        min: 1,
        max,
        connectionTimeoutMillis: connectMs,
        application_name: applicationName
      },
      {
        limit: () => (statementMs === undefined ? undefined : timeLimit(statementMs)),
        onLate: tell,
        ...(onReadOnly && { onReadOnly }),
        // Only taking a connection is tried again: what was under way on a lost one may have been done.
        take: retryWhileUnavailable
      }
    )
    tellOfLost(opened.pool, log)
    return opened
  }
  const work = open(ownSigns ? connections - 1 : connections, onLate)
  if (!ownSigns) return { ...work, connection, signs: work.db }
  // Signs of life find out first that connections are dead, or lead to a server that only reads.
  const closeOthers = () => void work.closeIdle()
  const tellOfSigns = (timeout: StatementTimeout) => {
    if (!timeout.isAnswered) closeOthers()
    onLate(timeout)
  }
  const signs = open(1, tellOfSigns, closeOthers)
  return {
    ...work,
    connection,
    signs: signs.db,
    cut() {
      work.cut()
      signs.cut()
    },
    async close() {
      await Promise.all([work.close(), signs.close()])
    }
  }
}

/**
 * Logs connections that break, idle or between two queries of a transaction: the pool makes a new one, the next query
 * tells. Without a listener on each the process would end. A pool that has been told to end takes leave of the server
 * without waiting: what it says to that is no loss.
 */
function tellOfLost(pool: pg.Pool, log: Log): void {
  const lost = (error: Error) => pool.ending || runOutsideScope(() => log.error("database-connection-lost", error))
  pool.on("connect", (client) => client.on("error", lost))
}

/** Many statements are late together, so a line says what to look for, and not one for each. */
function tellOfLate(log: Log): (timeout: StatementTimeout) => void {
  let quietUntil = 0
  return (timeout) => {
    if (performance.now() < quietUntil) return
    quietUntil = performance.now() + QUIET_MS
    log.error("statement-given-up", timeout, {
      afterMs: timeout.limitMs,
      advice: timeout.isAnswered ? WAITED : DEAD
    })
  }
}

const QUIET_MS = 10_000
const WAITED =
  "the database answers: somebody else holds a lock that it needs, or it is too busy. pg_blocking_pids() with pg_stat_activity tells who"
const DEAD =
  "nothing comes back on this connection, so it was closed: a failover, a server that hangs, or a firewall that forgets connections"
