import { sql, type Kysely } from "kysely"
import { createPairingCode, type Invitation } from "./access/pairing.ts"
import { assemble } from "./assemble.ts"
import type { Pipeline } from "./drafting/stream.ts"
import { createLog, type Log } from "./log.ts"
import { readModels } from "./models/read-models.ts"
import { createRelay } from "./server.ts"
import { readSettings } from "./settings.ts"
import { openDatabase } from "./storage/database.ts"
import type { Schema } from "./storage/schema.ts"
import { createUsageBook } from "./usage/book.ts"

export interface RunningRelay {
  url: string
  port: number
  /** Where the data lie, for people. */
  place: string
  /** Name of the model, or null: the offline drafter. */
  model: string | null
  db: Kysely<Schema>
  /** A new pairing code: good once, for ten minutes. */
  pair(role: Invitation["role"], name: string, groups?: string[]): Promise<string>
  close(): Promise<void>
}

export interface StartOptions {
  signal?: AbortSignal
  log?: Log
  /** Instead of the one that the settings ask for. */
  pipeline?: Pipeline
  heartbeatSeconds?: number
}

/**
 * Starts the whole relay with the settings of `environment`: database, pipeline, HTTP on loopback.
 * @throws StartError in one sentence for a person.
 */
export async function startRelay(environment: Record<string, string | undefined>, options: StartOptions = {}): Promise<RunningRelay> {
  const { signal = new AbortController().signal, log = createLog(), heartbeatSeconds } = options
  const settings = readSettings(environment)
  const models = readModels(settings, environment)
  if (models.file !== undefined && settings.model !== undefined) log.warn("models-file-wins")
  const { db, place, close } = await openDatabase(settings, log, signal)
  try {
    const book = createUsageBook(db, log)
    const pipeline = options.pipeline ?? assemble(models, db, book)
    const relay = await createRelay({ db, settings, pipeline, log, budgets: { ...models.budgets, currency: models.currency }, countDocuments: () => countDocuments(db), ...(heartbeatSeconds !== undefined && { heartbeatSeconds }) })
    const port = await relay.listen(settings.port)
    return {
      url: `http://127.0.0.1:${port}`, port, place, model: pipeline.model, db,
      pair: (role, name, groups = []) => createPairingCode(db, { role, name, groups }, new Date()),
      async close() {
        await relay.close()
        await book.settled()
        await close()
      }
    }
  } catch (error) {
    await close()
    throw error
  }
}

async function countDocuments(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ documents: number }>`select count(*)::int as documents from documents`.execute(db)
  return rows[0]?.documents ?? 0
}
