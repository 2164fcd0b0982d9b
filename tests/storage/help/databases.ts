import { readFileSync } from "node:fs"
import { Kysely } from "kysely"
import pg from "pg"
import { silentLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { openDatabase, type OpenOptions } from "../../../src/storage/database.ts"
import { RelayDialect } from "../../../src/storage/dialect.ts"
import { startLocalDatabase } from "../../../src/storage/local-database.ts"
import { migrate } from "../../../src/storage/migrate.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { seed } from "../../relay/help/seed.ts"

/** A PostgreSQL, in a folder below `place`, in which a test file makes as many databases as it needs. */
export async function startDatabases(place?: string) {
  const { folder, remove } = temporaryFolder(place)
  const data = `${folder}/data`
  await seed(data)
  const server = await startLocalDatabase({ data }, silentLog, new AbortController().signal)
  const password = readFileSync(`${data}/database-password`, "utf8")
  const connectionTo = (database: string) => ({ ...server.connection, database })
  const admin = new pg.Client({ ...connectionTo("postgres"), user: "postgres" })
  await admin.connect()
  /** It is one connection, which does one thing at a time. */
  let creating: Promise<unknown> = Promise.resolve()
  const urlOf = (name: string) =>
    `postgresql://replywright:${password}@localhost/${name}?host=${encodeURIComponent(`${data}/run`)}`
  const own = connectTo(urlOf("replywright"))
  await migrate(own)
  // It can be copied as long as nobody uses it.
  await own.destroy()
  async function create(name: string, template = "template1"): Promise<string> {
    // Copied as files, which takes a third of the work that writing each page to the log as well takes.
    const statement = `create database ${name} owner replywright template ${template} strategy file_copy`
    await inTurn(statement)
    return urlOf(name)
  }
  async function inTurn(statement: string): Promise<void> {
    const done = creating.then(() => admin.query(statement))
    creating = done.catch(() => undefined)
    await done
  }
  return {
    folder,
    /** Its data folder. */
    data,
    password,
    /** A connection of its superuser. */
    admin,
    urlOf,
    connectionTo,
    /** @returns the address of a new database, empty or with what the other one holds */
    create,
    /** The same with all tables: a copy takes a tenth of the time that making them takes. */
    createReady: (name: string) => create(name, "replywright"),
    /** Removes a database, with the connections that are still taking leave. */
    drop: (name: string) => inTurn(`drop database ${name} with (force)`),
    async stop() {
      await admin.end()
      await server.stop()
      remove()
    }
  }
}

/** Opens the database at this address as the relay's commands do. */
export function openAt(url: string, options?: OpenOptions) {
  return openDatabase(readSettings({ DATABASE_URL: url }), silentLog, new AbortController().signal, options)
}

/** One plain connection, as another program has it. */
export function connectTo(url: string): Kysely<Schema> {
  const pool = new pg.Pool({ connectionString: url, max: 1, application_name: "another" })
  // A connection that a test ends: the statement that was under way says so.
  pool.on("connect", (client) => client.on("error", () => undefined))
  pool.on("error", () => undefined)
  return new Kysely<Schema>({ dialect: new RelayDialect({ pool }) })
}
