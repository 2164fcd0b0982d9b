import { createPairingCode, isKnownPerson } from "../../../src/relay/access/pairing.ts"
import { chooseToneReader } from "../../../src/models/choose-model.ts"
import {
  assembleAnswerer,
  assemblePipeline,
  assembleReplyChecker,
  assembleRewriter
} from "../../../src/relay/server/assemble-pipeline.ts"
import type { Pipeline } from "../../../src/relay/drafting/pipeline/pipeline-events.ts"
import type { UpkeepTiming } from "../../../src/knowledge/upkeep/upkeep.ts"
import { silentLog, type Log } from "../../../src/runtime/log.ts"
import { createModelTraffic } from "../../../src/models/traffic/model-traffic.ts"
import type { Models } from "../../../src/models/endpoint/models.ts"
import { createRelay } from "../../../src/relay/server/server.ts"
import type { Deadlines } from "../../../src/relay/http/deadlines.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { openDatabase } from "../../../src/storage/database.ts"
import { createUsageBook } from "../../../src/models/usage/usage-book.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"
import { temporaryFolder } from "./data-folder.ts"
import { pipelineOf, writing } from "./pipelines.ts"

interface Options {
  environment?: Record<string, string>
  pipeline?: Pipeline
  /** Instead of `pipeline`: the relay's own, with these models. */
  models?: Models
  log?: Log
  /** Of imports by schedule and webhook, in seconds. */
  timing?: Partial<UpkeepTiming>
  /** How long requests may take to arrive. */
  deadlines?: Deadlines
  /** How often each relay says that it lives, in milliseconds. */
  beatMs?: number
  /** Whether its database has a server of its own, for who ends it, or runs a command on the data folder. */
  ownServer?: boolean
}

/**
 * A relay on its own database whose clock a test can set; further relays on the same database, with other models too,
 * come from `again`.
 */
export async function openRelay({
  environment = {},
  pipeline = pipelineOf(writing("Hello")),
  models,
  log = silentLog,
  timing = {},
  deadlines,
  beatMs,
  ownServer = false
}: Options = {}) {
  const { folder, remove } = temporaryFolder()
  const settings = readSettings({ REPLYWRIGHT_DATA: `${folder}/data`, ...environment })
  const found = await databaseIn(settings.data, environment, ownServer)
  const database = await openDatabase(settings, log, new AbortController().signal, found)
  const time = { now: new Date("2026-11-20T10:00:00Z") }
  const clock = () => time.now
  const book = createUsageBook(database.db, log, clock)
  const again = async (others = models) => {
    const traffic = others && createModelTraffic(others)
    const own = others &&
      traffic && {
        pipeline: assemblePipeline(others, database.db, book, {}, traffic),
        answerer: assembleAnswerer(others, database.db, book, {}, traffic),
        rewriter: assembleRewriter(others, book, traffic),
        replyChecker: assembleReplyChecker(others, database.db, book, {}, traffic),
        toneReader: chooseToneReader(others, book, traffic),
        models: others,
        traffic
      }
    const relay = await createRelay({
      db: database.db,
      settings,
      log,
      clock,
      pipeline,
      environment,
      timing,
      ...(deadlines && { deadlines }),
      ...(beatMs !== undefined && { beatMs }),
      ...own
    })
    return { relay, url: `http://127.0.0.1:${await relay.listen(0)}` }
  }
  const { relay, url } = await again()
  return {
    url,
    time,
    db: database.db,
    connection: database.connection,
    data: settings.data,
    again,
    pair: async (role: "agent" | "lead" | "admin", name: string, groups?: string[]) =>
      (
        await createPairingCode(
          database.db,
          { role, name, groups, samePerson: await isKnownPerson(database.db, { role, name }) },
          null,
          time.now
        )
      ).code,
    /** Resolves when all that models were asked for is counted. */
    counted: () => book.settled(),
    async close() {
      await relay.close()
      await book.settled()
      await database.close()
      remove()
    }
  }
}
export type TestRelay = Awaited<ReturnType<typeof openRelay>>
