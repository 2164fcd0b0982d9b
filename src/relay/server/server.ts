import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { Kysely } from "kysely"
import { createApp, type RelayParts } from "./app.ts"
import { PRODUCT_VERSION } from "./health.ts"
import { listenAt, type SharedPort } from "./listen.ts"
import { readReadiness } from "./readiness.ts"
import { createOpenAnswers } from "../access/open-answers.ts"
import { trustedPeers } from "../access/transport.ts"
import { countConnections, type ConnectionCount } from "../http/connection-count.ts"
import { capConnections, DEADLINES, serverOptions, type Deadlines } from "../http/deadlines.ts"
import { createHandler } from "../http/handler.ts"
import { conditionOf } from "../admin/status.ts"
import { createOpenStreams } from "../http/open-streams.ts"
import { createDraftService } from "../drafting/draft-service.ts"
import type { Pipeline } from "../drafting/pipeline/pipeline-events.ts"
import { openViewDatabase } from "../lookups/view-database.ts"
import { createUpkeep, type UpkeepTiming } from "../../knowledge/upkeep/upkeep.ts"
import type { ReplyChecker } from "../drafting/check-reply.ts"
import type { QuestionAnswerer } from "../drafting/answer-question.ts"
import type { ToneReader } from "../../models/drafter/contract.ts"
import { createRewriter, type Rewriter } from "../rewriting/rewriter.ts"
import type { Reranker } from "../../search/reranking/reranker.ts"
import type { Vectors } from "../../search/vectors/vectors.ts"
import type { Log } from "../../runtime/log.ts"
import type { ModelTraffic } from "../../models/traffic/model-traffic.ts"
import type { Reporter } from "../../knowledge/report/report.ts"
import { NO_MODELS, type Models } from "../../models/endpoint/models.ts"
import { startForgetting } from "../privacy/erase.ts"
import { startRetention } from "../privacy/retention.ts"
import { startWebhookSender } from "../webhooks/deliver.ts"
import { LOOPBACK, type Settings } from "../../runtime/settings.ts"
import type { ReadReplica } from "../../storage/read-replica.ts"
import { readAuditKey } from "../../storage/audit/audit-key.ts"
import { startKeepingAudit } from "../../storage/audit/keep-audit.ts"
import { addErrorCounts } from "../../storage/error-counts.ts"
import { openCipher } from "../../storage/encryption/open-cipher.ts"
import { startEncryption } from "../../storage/encryption/start-encryption.ts"
import { startPresence } from "../../storage/relay-presence.ts"
import type { Schema } from "../../storage/schema.ts"

export interface RelayOptions {
  db: Kysely<Schema>
  /** The same database for signs of life, which may have a connection of their own. */
  signs?: Kysely<Schema>
  settings: Pick<
    Settings,
    | "hosts"
    | "proxies"
    | "insecure"
    | "connectionsPerAddress"
    | "retentionDays"
    | "auditDays"
    | "lookupDatabaseUrl"
    | "data"
    | "auditKey"
    | "auditKeyFile"
    | "databaseUrl"
    | "masterKey"
    | "masterKeyFile"
    | "signIn"
    | "pairing"
  >
  pipeline: Pipeline
  log: Log
  /** The models and their budgets. By default there are no models and there is no bound on money. */
  models?: Models
  /** The vectors, if an embedding model is configured. The caller closes them. */
  vectors?: Vectors | undefined
  /** The read replica, if one is configured. The caller closes it. */
  replica?: ReadReplica | undefined
  /** The re-ranker, if a re-ranking model is configured. */
  reranker?: Reranker | undefined
  /** What answers the agent's own questions, if a model is configured. */
  answerer?: QuestionAnswerer | undefined
  /** What rewords texts of agents; by default it has no model. */
  rewriter?: Rewriter
  /** What checks agents' replies; by default rules alone do. */
  replyChecker?: ReplyChecker
  /** What reads how replies sound, if a model is configured for it. */
  toneReader?: ToneReader | undefined
  /** The ways to the models, which the admins' status page shows. */
  traffic?: Pick<ModelTraffic, "conditions">
  /** Makes reports on the knowledge, by default in this thread. */
  reporter?: Reporter
  /** Counts the documents of the knowledge, for health. */
  countDocuments?: () => Promise<number>
  clock?: () => Date
  heartbeatSeconds?: number
  /** The environment variables from which imports take their credentials. */
  environment?: Record<string, string | undefined>
  /** The timing of imports by schedule and webhook, in seconds. */
  timing?: Partial<UpkeepTiming>
  /** How long requests may take to arrive. */
  deadlines?: Deadlines
  /** The database belongs to one relay at a time, so what others left in it may be taken up at once. */
  alone?: boolean
  /** How often it tells other relays on the database that it lives, in milliseconds. */
  beatMs?: number
  /** How many workers this relay has, of which this is one. */
  workers?: number
  /** Counts the connections of an address, at other workers too. By default only those of this process. */
  connections?: ConnectionCount
}

export interface Relay {
  /** How the database knows it. */
  id: string
  /** The time by which it goes, the same for all relays on its database. */
  now(): Date
  handler: RequestListener
  /**
   * Listens and returns the port. On loopback, if the port is taken, it tries up to twenty ports after it. On another
   * address it takes no other port, because a proxy knows only this one. Port 0 takes any free port.
   * @param shared with which other processes of this relay it shares the port
   * @throws StartError if no port is free, or if the address or port can't be used
   */
  listen(port: number, host?: string, shared?: SharedPort): Promise<number>
  /**
   * Stops. At once it is no longer ready and refuses new drafts, and those that are being written have `graceMs` to end.
   * Then the rest is stored as cut off, and nothing listens any more. The database stays open.
   */
  close(graceMs?: number): Promise<void>
}

/** Creates the relay's HTTP server on an open database. */
export async function createRelay(options: RelayOptions): Promise<Relay> {
  const { log, settings, deadlines = DEADLINES } = options
  const connections = options.connections ?? countConnections(settings.connectionsPerAddress)
  const work = await startWork(options)
  const handler = createHandler(createApp(partsOf(options, work)), deadlines, log)
  const servers = new Set<Server>()
  return {
    id: work.presence.id,
    now: work.clock,
    handler,
    async listen(port, host = LOOPBACK, shared) {
      const server = await listenAt(() => createServer(serverOptions(deadlines), handler), { port, host, shared, log })
      capConnections(server, connections, trustedPeers(settings.proxies))
      servers.add(server)
      return (server.address() as AddressInfo).port
    },
    async close(graceMs = 0) {
      await work.streams.stop(graceMs)
      work.stopForgetting()
      const stopped = Promise.all([work.stopRetention(), work.stopEncryption()])
      await work.drafts.close()
      await Promise.all([...servers].map(closeServer))
      await Promise.all([work.upkeep.close(), work.views.close()])
      await work.stopWebhooks()
      await addErrorCounts(options.db).catch((error: unknown) => log.error("errors-not-counted", error))
      await work.presence.close()
      await stopped
      await work.audit.close()
    }
  }
}

/** What goes on in a relay besides the requests, until it is closed. */
type RelayWork = Awaited<ReturnType<typeof startWork>>

async function startWork(options: RelayOptions) {
  const { db, signs = db, settings, pipeline, log, traffic, environment = {}, timing = {} } = options
  // A wrong key is told before anything has begun.
  await readAuditKey(settings)
  await openCipher(db, settings)
  const streams = createOpenStreams()
  const openAnswers = createOpenAnswers()
  const presence = await startPresence(signs, log, {
    alone: options.alone ?? false,
    ...(options.beatMs !== undefined && { beatMs: options.beatMs }),
    version: PRODUCT_VERSION,
    condition: () => conditionOf(streams.count(), traffic)
  })
  const stopEncryption = await startEncryption({ db, signs, settings, log, presence })
  const clock = options.clock ?? presence.now
  const drafts = await createDraftService({ db, pipeline, log, clock, presence })
  presence.everyBeat(() => addErrorCounts(db))
  presence.everyBeat(() => openAnswers.endSignedOut(db))
  const audit = await startKeepingAudit({ db, signs, settings, log, clock })
  const stopRetention = await startRetention(
    { db, signs },
    { days: settings.retentionDays, auditDays: settings.auditDays, audit },
    log,
    clock
  )
  const stopForgetting = startForgetting(log)
  const views = openViewDatabase(settings.lookupDatabaseUrl)
  const upkeep = createUpkeep({ db, environment, log, timing })
  const stopWebhooks = startWebhookSender(db, log, clock, timing.look)
  return {
    streams,
    openAnswers,
    presence,
    clock,
    drafts,
    audit,
    stopEncryption,
    stopRetention,
    stopForgetting,
    views,
    upkeep,
    stopWebhooks
  }
}

/** Returns what the routes need. */
function partsOf(options: RelayOptions, work: RelayWork): RelayParts {
  const { db, signs = db, settings, models = NO_MODELS, replica } = options
  const { streams, openAnswers, presence, drafts, clock, upkeep, views, audit } = work
  return {
    db,
    streams,
    openAnswers,
    presence,
    drafts,
    clock,
    upkeep,
    views,
    audit,
    models,
    replica,
    readiness: () =>
      readReadiness(signs, {
        isStopping: streams.isStopping(),
        deadSeconds: presence.deadSeconds(),
        replica: replica?.state()
      }),
    pipeline: options.pipeline,
    log: options.log,
    transport: settings,
    signIn: settings.signIn,
    pairing: settings.pairing,
    workers: options.workers ?? 1,
    budgets: { ...models.budgets, currency: models.currency },
    vectors: options.vectors,
    reranker: options.reranker,
    answerer: options.answerer,
    rewriter: options.rewriter ?? createRewriter(undefined),
    replyChecker: options.replyChecker,
    toneReader: options.toneReader,
    retentionDays: settings.retentionDays,
    auditDays: settings.auditDays,
    reporter: options.reporter,
    countDocuments: options.countDocuments ?? (async () => 0),
    heartbeatSeconds: options.heartbeatSeconds
  }
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
