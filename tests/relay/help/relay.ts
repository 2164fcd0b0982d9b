import { createPairingCode } from "../../../src/relay/access/pairing.ts"
import type { Pipeline } from "../../../src/relay/drafting/stream.ts"
import { silentLog, type Log } from "../../../src/relay/log.ts"
import { createRelay } from "../../../src/relay/server.ts"
import { readSettings } from "../../../src/relay/settings.ts"
import { openDatabase } from "../../../src/relay/storage/database.ts"
import { temporaryFolder } from "./data-folder.ts"
import { pipelineOf, writing } from "./pipelines.ts"

/** A relay on its own database whose clock a test can set; further relays on the same database come from `again`. */
export async function openRelay({ environment = {}, pipeline = pipelineOf(writing("Hello")), log = silentLog }: { environment?: Record<string, string>; pipeline?: Pipeline; log?: Log } = {}) {
  const { folder, remove } = temporaryFolder()
  const settings = readSettings({ REPLYWRIGHT_DATA: `${folder}/data`, ...environment })
  const database = await openDatabase(settings, log, new AbortController().signal)
  const time = { now: new Date("2026-11-20T10:00:00Z") }
  const again = async () => {
    const relay = await createRelay({ db: database.db, settings, pipeline, log, clock: () => time.now })
    return { relay, url: `http://127.0.0.1:${await relay.listen(0)}` }
  }
  const { relay, url } = await again()
  return {
    url, time, db: database.db, data: settings.data, again,
    pair: (role: "agent" | "lead" | "admin", name: string, groups: string[] = []) => createPairingCode(database.db, { role, name, groups }, time.now),
    async close() {
      await relay.close()
      await database.close()
      remove()
    }
  }
}
export type TestRelay = Awaited<ReturnType<typeof openRelay>>
