import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import type { LocalDatabase } from "../../../src/storage/local-database.ts"
import type { Database } from "../../../src/storage/database.ts"
import { sampleKnowledge } from "../../relay/help/seed.ts"
import { openAt, startDatabases } from "../../storage/help/databases.ts"

/** A database that outlives the relays on it, until it is removed. */
interface TakenDatabase {
  local: Promise<LocalDatabase>
  remove(): Promise<void>
}

let server: ReturnType<typeof startDatabases> | undefined
let sample: Promise<string> | undefined
let made = 0

/**
 * A database in a PostgreSQL that the files of this process share, with all its tables, and with the sample's articles
 * if they are asked for; nothing in a run without a place for it (`tests/seeds.ts`). A server of its own takes five
 * times as much work.
 */
export async function takeDatabase(knowledge: boolean): Promise<TakenDatabase | undefined> {
  const seeds = process.env["REPLYWRIGHT_SEEDS"]
  if (seeds === undefined) return undefined
  const { create, createReady, connectionTo, drop } = await (server ??= startDatabases(seeds))
  const name = `world_${++made}`
  if (knowledge) await create(name, await (sample ??= importSample()))
  else await createReady(name)
  return {
    local: Promise.resolve({ connection: connectionTo(name), stop: () => Promise.resolve() }),
    remove: () => drop(name)
  }

  async function importSample(): Promise<string> {
    const url = await create("sample", "replywright")
    const { db, close } = await openAt(url)
    await importSampleKnowledge(db)
    await close()
    return "sample"
  }
}

export async function importSampleKnowledge(db: Database["db"]): Promise<void> {
  await importFolder(db, sampleKnowledge, {
    origin: "sample",
    collection: "sample",
    signal: AbortSignal.timeout(60_000)
  })
}
