import { importFolder } from "../../../src/knowledge/import/import-folder.ts"
import type { LocalDatabase } from "../../../src/storage/local-database.ts"
import type { Database } from "../../../src/storage/database.ts"
import { sampleKnowledge } from "../../relay/help/seed.ts"
import { openAt } from "../../storage/help/databases.ts"
import { sharedServer } from "../../storage/help/shared-server.ts"

/** A database that outlives the relays on it, until it is removed. */
interface TakenDatabase {
  local: Promise<LocalDatabase>
  remove(): Promise<void>
}

let sample: Promise<string> | undefined
let made = 0

/**
 * A database in the shared PostgreSQL, with all its tables, and with the sample's articles if they are asked for;
 * nothing in a run without that server.
 */
export async function takeDatabase(knowledge: boolean): Promise<TakenDatabase | undefined> {
  const shared = await sharedServer()
  if (!shared) return undefined
  const { create, createReady, connectionTo, drop } = shared
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
