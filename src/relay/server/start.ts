import { sql, type Kysely } from "kysely"
import { createPairingCode, isKnownPerson, type Invitation } from "../access/pairing.ts"
import { assembleAnswerer, assemblePipeline, assembleReplyChecker, assembleRewriter } from "./assemble-pipeline.ts"
import { loadChecks } from "../drafting/pipeline/open-draft-checker.ts"
import type { Pipeline } from "../drafting/pipeline/pipeline-events.ts"
import { intentsOf } from "../intents/intents.ts"
import { finishInterruptedImports } from "../../knowledge/import/refresh-words.ts"
import { createVocabularies } from "../../search/spelling/vocabulary.ts"
import { createReranker } from "../../search/reranking/reranker.ts"
import { createVectors } from "../../search/vectors/vectors.ts"
import { collectProcessMetrics } from "../../runtime/metrics/process-metrics.ts"
import { registry } from "../../runtime/metrics/registry.ts"
import { createRelayLog, type Log } from "../../runtime/log.ts"
import { beginCounts } from "../../models/count-usage.ts"
import { chooseToneReader } from "../../models/choose-model.ts"
import { createModelTraffic } from "../../models/traffic/model-traffic.ts"
import type { Models } from "../../models/endpoint/models.ts"
import { readModels } from "../../models/read-models.ts"
import { PRODUCT_VERSION } from "./health.ts"
import { serveMetrics } from "./metrics-server.ts"
import { namesOfModels, startNotes, warnOfUnreadDefinitions } from "./start-notes.ts"
import { createRelay } from "./server.ts"
import { hostInUrl, type SharedWork } from "./listen.ts"
import { checkStoredVoices } from "../voices/stored-voices.ts"
import { reportInThread } from "../../knowledge/report/report-in-thread.ts"
import { readSettings, type Settings } from "../../runtime/settings.ts"
import { connectDatabase, openDatabase, openReplica } from "../../storage/database.ts"
import type { ReadReplica } from "../../storage/read-replica.ts"
import type { LocalDatabase } from "../../storage/local-database.ts"
import { asLongWork, USUAL_LIMIT_MS } from "../../storage/pool/time-limit.ts"
import { forgetRelay } from "../../storage/relay-presence.ts"
import type { Schema } from "../../storage/schema.ts"
import { createUsageBook } from "../../models/usage/usage-book.ts"

export interface RunningRelay {
  /** How the database knows it. */
  id: string
  url: string
  port: number
  /** Where Prometheus reads the metrics, or undefined if they aren't exposed. */
  metricsUrl: string | undefined
  /** Where the data are stored, as a person would read it. */
  location: string
  /** The name of the model, or null if the offline drafter writes. */
  model: string | null
  db: Kysely<Schema>
  /** What the person who starts the relay should know, one sentence each. */
  notes: string[]
  /**
   * Makes a pairing code, which works once and for ten minutes. For a known name it pairs a further browser of that
   * person, because whoever runs the relay vouches for who gets the code.
   */
  pair(role: Invitation["role"], name: string, groups?: string[]): Promise<string>
  /** Takes note that another relay on the database is known to be dead, before its silence says so. */
  forget(id: string): Promise<void>
  /** Stops in order. Drafts that are being written have `graceMs` to end; none unless given. */
  close(graceMs?: number): Promise<void>
}

export interface StartOptions {
  signal?: AbortSignal
  log?: Log
  /** Replaces the pipeline that the settings ask for. */
  pipeline?: Pipeline
  heartbeatSeconds?: number
  /** Given if this process is one of several workers. */
  shared?: SharedWork
  /** The database in the data folder, if that was started already. Whoever started it stops it if this throws. */
  local?: Promise<LocalDatabase>
}

/** A relay opens this many connections to its database, in all of its workers together. */
const MAX_CONNECTIONS = 16
/** A worker opens at least this many: one for signs of life, and four because some work waits for a second one. */
const MIN_CONNECTIONS = 5

/** What is stored last may take this many milliseconds. Then the relay ends without its database. */
const AFTER_GRACE_MS = 8_000

/**
 * Starts the whole relay with the settings of `environment`: the database, the pipeline, and HTTP on loopback or on the
 * address that the settings name.
 * @throws StartError with one sentence for a person
 */
export async function startRelay(
  environment: Record<string, string | undefined>,
  options: StartOptions = {}
): Promise<RunningRelay> {
  const { signal = new AbortController().signal, shared } = options
  const settings = readSettings(environment)
  const log = options.log ?? createRelayLog(settings.log, shared && { worker: shared.number })
  const models = readModels(settings, environment)
  const notes = startNotes(settings, models, environment)
  // Of several workers the first one speaks for all, and one that comes later repeats nothing.
  const speaks = shared?.port !== "same"
  if (speaks) for (const { event, fields } of notes) log.warn(event, fields)
  // The parent of several workers has opened the embedded database.
  const open = shared ? connectDatabase : openDatabase
  const connections = Math.max(MIN_CONNECTIONS, Math.floor(MAX_CONNECTIONS / (shared?.workers ?? 1)))
  const database = await open(settings, log, signal, {
    connections,
    ownSigns: true,
    statementMs: USUAL_LIMIT_MS,
    ...(options.local && { local: options.local })
  })
  const replica = openReplica(settings, { primary: database.db, connections, log })
  const stopTracing = await startTraces(settings, log)
  const start: Start = { environment, options, settings, log, models, speaks, replica, ...database }
  const afterRelay = async () => {
    await stopTracing()
    await replica?.close()
    await database.close()
  }
  let metrics: Metrics
  try {
    beginCounts(models)
    metrics = await openMetrics(settings, shared)
    const running = await listen(start)
    return {
      id: running.relay.id,
      url: `http://${hostInUrl(settings.listen)}:${running.port}`,
      port: running.port,
      metricsUrl: metrics?.url ?? shared?.metricsUrl,
      notes: notes.map(({ sentence }) => sentence),
      location: database.location,
      model: running.pipeline.model,
      db: database.db,
      pair: (role, name, groups) => pairingCodeFor(database.db, { role, name, groups }, running.relay.now()),
      forget: (id) =>
        forgetRelay(database.db, id).catch((error: unknown) => {
          log.error("relay-forget", error)
        }),
      close: (graceMs = 0) => closeAll(running, { start, metrics, afterRelay, graceMs })
    }
  } catch (error) {
    await metrics?.close()
    await afterRelay()
    throw error
  }
}

/** What a relay starts with. */
interface Start extends Awaited<ReturnType<typeof openDatabase>> {
  environment: Record<string, string | undefined>
  options: StartOptions
  settings: Settings
  log: Log
  models: Models
  /** It logs for all workers. */
  speaks: boolean
  replica: ReadReplica | undefined
}

/** A relay that listens, and what goes on beside it. */
type ListeningRelay = Awaited<ReturnType<typeof listen>>

/** Assembles the relay and has it listen. */
async function listen(start: Start) {
  const { environment, options, settings, log, models, speaks, replica, db, signs } = start
  const { heartbeatSeconds, shared } = options
  await checkStoredVoices(db)
  if (speaks) await warnOfUnreadDefinitions(db, log)
  const book = createUsageBook(db, log)
  const vectors = createVectors(db, models, book, log, { signs })
  const reranker = createReranker(models, book, log)
  const helpers = { vectors, reranker, replica, vocabularies: createVocabularies(db) }
  const traffic = createModelTraffic(models)
  const pipeline = options.pipeline ?? assemblePipeline(models, db, book, helpers, traffic)
  const workers = shared?.workers ?? 1
  const relay = await createRelay({
    ...helpers,
    db,
    signs,
    reporter: reportInThread(start.connection),
    settings,
    pipeline,
    log,
    models,
    traffic,
    environment,
    workers,
    answerer: assembleAnswerer(models, db, book, helpers, traffic),
    rewriter: assembleRewriter(models, book, traffic),
    replyChecker: assembleReplyChecker(models, db, book, helpers, traffic),
    toneReader: chooseToneReader(models, book, traffic),
    alone: settings.databaseUrl === undefined && !shared,
    ...(shared && { connections: shared.connections }),
    countDocuments: () => countDocuments(db),
    ...(heartbeatSeconds !== undefined && { heartbeatSeconds })
  })
  await loadChecks()
  const port = await relay.listen(settings.port, settings.listen, shared?.port)
  if (speaks)
    log.info("relay-started", {
      version: PRODUCT_VERSION,
      address: settings.listen,
      port,
      workers,
      database: start.location,
      models: namesOfModels(models)
    })
  return { relay, port, pipeline, book, vectors, ...finishEarlierWork(db, log) }
}

/** Does what imports left undone that were killed before their end, and learns from what people corrected. */
function finishEarlierWork(db: Kysely<Schema>, log: Log): { closing: AbortController; earlierWork: Promise<unknown> } {
  const closing = new AbortController()
  const unlessClosing = (event: string) => (error: unknown) => {
    if (!closing.signal.aborted) log.error(event, error)
  }
  const imports = asLongWork(() => finishInterruptedImports(db, closing.signal)).catch(
    unlessClosing("knowledge-settle")
  )
  const intents = intentsOf(db).refresh().catch(unlessClosing("intents-not-learnt"))
  return { closing, earlierWork: Promise.all([imports, intents]) }
}

async function pairingCodeFor(
  db: Kysely<Schema>,
  invited: Pick<Invitation, "role" | "name" | "groups">,
  now: Date
): Promise<string> {
  const samePerson = await isKnownPerson(db, invited)
  return (await createPairingCode(db, { ...invited, samePerson }, null, now)).code
}

/** Stops in order. What keeps it from that for too long is cut off. */
async function closeAll(
  { relay, book, vectors, closing, earlierWork }: ListeningRelay,
  { start, metrics, afterRelay, graceMs }: Closing
): Promise<void> {
  const late = setTimeout(() => {
    start.log.warn("stop-cut-short", { advice: "the database kept the relay from ending in order" })
    start.cut()
  }, graceMs + AFTER_GRACE_MS)
  try {
    closing.abort()
    await relay.close(graceMs)
    await metrics?.close()
    await vectors?.close()
    await earlierWork
    await book.settled()
    await afterRelay()
  } finally {
    clearTimeout(late)
  }
}

interface Closing {
  start: Start
  metrics: Metrics
  /** Closes what the relay stood on. */
  afterRelay: () => Promise<void>
  graceMs: number
}

type Metrics = Awaited<ReturnType<typeof openMetrics>>

/**
 * Opens the port of the metrics if one is set. It comes before the relay's own, so that a mistake leaves none open. A
 * worker's metrics are read by its parent, who has the port.
 */
async function openMetrics({ metricsPort: port, metricsListen: listen, hosts }: Settings, shared?: SharedWork) {
  if (port === undefined) return undefined
  collectProcessMetrics(PRODUCT_VERSION)
  if (!shared) return serveMetrics({ port, listen, hosts }, () => registry.metrics())
  registry.setDefaultLabels({ worker: String(shared.number) })
  return undefined
}

/** Begins to make traces if a collector is set. Only then OpenTelemetry is loaded. */
async function startTraces({ tracesEndpoint }: Settings, log: Log): Promise<() => Promise<void>> {
  if (tracesEndpoint === undefined) return async () => undefined
  const { startTracing } = await import("../../runtime/tracing/start-tracing.ts")
  return startTracing(tracesEndpoint, PRODUCT_VERSION, log)
}

async function countDocuments(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ documents: number }>`select count(*)::int as documents from documents`.execute(db)
  return rows[0]?.documents ?? 0
}
