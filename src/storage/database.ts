import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import type { Log } from "../runtime/log.ts"
import type { Settings } from "../runtime/settings.ts"
import { isHeld } from "./lock.ts"
import { migrate } from "./migrate.ts"
import { startOwn, type OwnDatabase } from "./own.ts"
import { connectionOfRunning } from "./embedded/connection.ts"
import { patiently } from "./patience.ts"
import { preparePlaces } from "./embedded/places.ts"
import type { Schema } from "./schema.ts"
import { checkServer, placeOf } from "./server.ts"

export interface Database {
  db: Kysely<Schema>
  pool: pg.Pool
  /** Where the data lie, for people: a folder, or an address without the password. */
  place: string
  /** What whoever starts it should know, a sentence each. */
  notes: string[]
  close(): Promise<void>
}

/**
 * Opens the database that the settings name, with its tables up to date: DATABASE_URL, else one of our own in the data
 * folder, which belongs to one relay at a time.
 * @throws StartError in one sentence for a person.
 */
export async function openDatabase(settings: Settings, log: Log, signal: AbortSignal): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    await checkServer(settings.databaseUrl, log)
    return ready(createPool({ connectionString: settings.databaseUrl }, log), placeOf(settings.databaseUrl))
  }
  const own = await startOwn(settings, log, signal)
  return ready(createPool(own.connection, log), settings.data, own)
}

/**
 * The same for a command beside the relay: where one runs on the data folder, its database is used, and left running.
 */
export async function reachDatabase(settings: Settings, log: Log, signal: AbortSignal): Promise<Database> {
  if (settings.databaseUrl !== undefined) return openDatabase(settings, log, signal)
  const places = await preparePlaces(settings.data)
  if (!(await isHeld(places.sockets))) return openDatabase(settings, log, signal)
  return ready(createPool(await connectionOfRunning(places), log), settings.data)
}

async function ready(pool: pg.Pool, place: string, own?: Pick<OwnDatabase, "notes" | "stop">): Promise<Database> {
  // Only taking a connection is tried again: what was under way on a lost one may have been done.
  const patient = { options: pool.options, connect: () => patiently(() => pool.connect()), end: () => pool.end() }
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool: patient }) })
  const close = async () => {
    await db.destroy()
    await own?.stop()
  }
  try {
    await migrate(db)
  } catch (error) {
    await close()
    throw error
  }
  return { db, pool, place, notes: own?.notes ?? [], close }
}

function createPool(connection: pg.ClientConfig, log: Log): pg.Pool {
  const pool = new pg.Pool({ ...connection, max: 16, connectionTimeoutMillis: 5_000, application_name: "replywright" })
  // A connection that breaks, idle or between two queries of a transaction: the pool makes a new one, the next query
  // tells. Without a listener on each the process would end. A pool that has been told to end takes leave of the server
  // without waiting: what it says to that is no loss.
  const lost = (error: Error) => pool.ending || log.error("database-connection-lost", error)
  pool.on("connect", (client) => client.on("error", lost))
  pool.on("error", () => undefined)
  return pool
}
