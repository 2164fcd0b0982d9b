import { mkdirSync } from "node:fs"
import type { LocalDatabase } from "../../../src/storage/local-database.ts"
import { seed } from "../../relay/help/seed.ts"
import { startDatabases } from "./databases.ts"

/** Begun by the first that needs it; it ends with the run (`tests/seeds.ts`). */
let server: ReturnType<typeof startDatabases> | undefined
let made = 0

/**
 * A database of its own with all its tables, in a PostgreSQL that the test files of this process share: a server of its
 * own takes five times as much work. Who ends the server, or reads what else lies in its folder, asks for one with
 * `ownServer`.
 * @param data the data folder, which is there in any case
 * @returns what `openDatabase` and `startRelay` take as their `local`, or nothing where it has to start one
 */
export async function databaseIn(
  data: string,
  settings: Readonly<Record<string, string | undefined>> = {},
  ownServer = false
): Promise<{ local?: Promise<LocalDatabase> }> {
  if (settings["DATABASE_URL"] !== undefined) return {}
  // A run without a place for what tests copy is on a system on which nothing of this was tried.
  const seeds = process.env["REPLYWRIGHT_SEEDS"]
  if (ownServer || seeds === undefined) {
    await seed(data, settings)
    return {}
  }
  mkdirSync(data, { recursive: true })
  const { createReady, connectionTo, drop } = await (server ??= startDatabases(seeds))
  const name = `test_${++made}`
  await createReady(name)
  let stopping: Promise<void> | undefined
  return { local: Promise.resolve({ connection: connectionTo(name), stop: () => (stopping ??= drop(name)) }) }
}
