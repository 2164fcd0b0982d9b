import { mkdirSync } from "node:fs"
import type { LocalDatabase } from "../../../src/storage/local-database.ts"
import { seed } from "../../relay/help/seed.ts"
import { startDatabases } from "./databases.ts"

let server: ReturnType<typeof startDatabases> | undefined
let made = 0

/**
 * The PostgreSQL that the test files of this process share: a server of its own takes five times as much work. It begins
 * with the first that needs it, and ends with the run. Undefined in a run without a place for it (`tests/seeds.ts`),
 * on a system on which nothing of this was tried.
 */
export function sharedServer(): ReturnType<typeof startDatabases> | undefined {
  const seeds = process.env["REPLYWRIGHT_SEEDS"]
  return seeds === undefined ? undefined : (server ??= startDatabases(seeds))
}

/**
 * A database of its own with all its tables, in the shared PostgreSQL. Who ends the server, or reads what else lies in
 * its folder, asks for one with `ownServer`.
 * @param data the data folder, which is there in any case
 * @returns what `openDatabase` and `startRelay` take as their `local`, or nothing where it has to start one
 */
export async function databaseIn(
  data: string,
  settings: Readonly<Record<string, string | undefined>> = {},
  ownServer = false
): Promise<{ local?: Promise<LocalDatabase> }> {
  if (settings["DATABASE_URL"] !== undefined) return {}
  const shared = ownServer ? undefined : await sharedServer()
  if (!shared) {
    await seed(data, settings)
    return {}
  }
  mkdirSync(data, { recursive: true })
  const { createReady, connectionTo, drop } = shared
  const name = `test_${++made}`
  await createReady(name)
  let stopping: Promise<void> | undefined
  return { local: Promise.resolve({ connection: connectionTo(name), stop: () => (stopping ??= drop(name)) }) }
}
