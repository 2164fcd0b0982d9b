import cluster, { type Worker } from "node:cluster"
import { once } from "node:events"
import { createServer, type AddressInfo } from "node:net"
import { fileURLToPath } from "node:url"
import { countWorkerDeath, setWorkers } from "../../runtime/metrics/worker-metrics.ts"
import type { Log } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import type { Settings } from "../../runtime/settings.ts"
import { countConnections } from "../http/connection-count.ts"
import { KERNEL_SPREADS } from "../server/listen.ts"
import { serveMetrics } from "../server/metrics-server.ts"
import { gatherMetrics } from "./gather-metrics.ts"
import { PING_MS, watchAnswers, type AnswerWatch } from "./watch-answers.ts"
import type { ParentMessage, WorkerMessage, WorkerEnvironment } from "./worker-link.ts"

/** A worker that has lived for this many milliseconds is replaced at once, and one that dies sooner after a pause. */
const HEALTHY_MS = 60_000
const FIRST_PAUSE_MS = 250
const MAX_PAUSE_MS = 30_000
/** Workers that are asked to stop get this many milliseconds, 20,000 of them for drafts. */
const STOP_MS = 40_000

/** What a worker runs. */
const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url))

/** One of the workers, with the process that is it at the moment. */
interface Place {
  number: number
  worker: Worker
  began: number
  /** How the database knows it, once it listens. */
  relay: string | undefined
  /** How many processes in a row died young. */
  deaths: number
}

/**
 * Runs a relay as several processes that share one port, until the signal. Each of them accepts connections itself; this
 * one asks no database, but keeps an embedded one running. A worker that dies is replaced, and one that is frozen is
 * killed.
 * @param options how often each worker is asked whether it answers, and what it runs
 * @throws StartError if the first worker can't start, with its reason
 */
export async function superviseWorkers(
  settings: Settings,
  log: Log,
  signal: AbortSignal,
  { pingMs = PING_MS, program = MAIN } = {}
): Promise<void> {
  // Otherwise each of them would run this process's command line.
  cluster.setupPrimary({ exec: program, args: [] })
  const places: Places = new Map()
  const metrics =
    settings.metricsPort === undefined
      ? undefined
      : await serveMetrics({ port: settings.metricsPort, listen: settings.metricsListen, hosts: settings.hosts }, () =>
          gatherMetrics(livingIn(places))
        )
  const own = await startOwnDatabase(settings, log, signal)
  // Where Node's cluster hands out connections, a worker that takes the first one's port must ask for it as that did.
  // What is wrong with the address, the first worker says.
  const wished = settings.port === 0 && !KERNEL_SPREADS ? await freePort(settings.listen).catch(() => 0) : settings.port
  const workers = new Workers(places, { settings, log, signal, pingMs, firstPort: wished, metricsUrl: metrics?.url })
  try {
    await untilReady(workers.begin(1).worker, signal)
    for (let number = 2; number <= settings.workers && !signal.aborted; number++) workers.begin(number)
    if (!signal.aborted) await once(signal, "abort")
  } finally {
    await workers.stop()
    await metrics?.close()
    await own?.stop()
  }
}

type Places = Map<number, Place>

const livingIn = (places: Places): Worker[] =>
  [...places.values()].filter(({ relay }) => relay !== undefined).map(({ worker }) => worker)

interface WorkersParts {
  settings: Settings
  log: Log
  signal: AbortSignal
  pingMs: number
  /** The port that the first worker asks for. */
  firstPort: number
  metricsUrl: string | undefined
}

/** The workers of a relay. Each that dies gets a successor in its place. */
class Workers {
  readonly #parts: WorkersParts
  readonly #places: Places
  readonly #connections
  readonly #pauses = new Set<NodeJS.Timeout>()
  /** The ids of dead workers' relays that haven't been reported to a living worker yet. */
  #unreportedDeaths: string[] = []
  /** The port of all, once the first one listens. */
  #port: number | undefined

  constructor(places: Places, parts: WorkersParts) {
    this.#places = places
    this.#parts = parts
    this.#connections = countConnections(parts.settings.connectionsPerAddress)
  }

  /** @param deaths how many processes before it in this place died young, one after the other */
  begin(number: number, deaths = 0): Place {
    const { log, signal } = this.#parts
    const worker = cluster.fork(this.#environmentOf(number))
    const place: Place = { number, worker, began: performance.now(), relay: undefined, deaths }
    this.#places.set(number, place)
    let hasSaidWhy = false
    const leaves = new Map<number, () => void>()
    let watch: AnswerWatch | undefined
    worker.on("message", (message: WorkerMessage) => {
      if (message.type === "pong") watch?.answered()
      this.#countConnection(worker, leaves, message)
      if (message.type === "failed" && !signal.aborted) {
        hasSaidWhy = true
        log.warn("worker-failed", { worker: number, code: message.code, reason: message.message })
      }
      if (message.type === "ready") watch = this.#onReady(place, message)
    })
    const onEnd = (how: EndOfWorker) => {
      watch?.stop()
      for (const leave of leaves.values()) leave()
      this.#onEnd(place, how, hasSaidWhy)
    }
    worker.on("exit", (code: number | null, by: string | null) => onEnd({ code, signal: by }))
    worker.on("error", (error: Error) => {
      // A process that the system couldn't make, for lack of memory or of processes, never exits.
      if (worker.process.pid === undefined) onEnd({ reason: error.message })
      else log.warn("worker-error", { worker: number, reason: error.message })
    })
    return place
  }

  #environmentOf(number: number): WorkerEnvironment & { RELAY_PORT: string } {
    const { settings, firstPort, metricsUrl } = this.#parts
    return {
      REPLYWRIGHT_WORKER: String(number),
      REPLYWRIGHT_WORKERS: String(settings.workers),
      // The first one takes a free port, and all others the same one.
      ...(this.#port === undefined
        ? { RELAY_PORT: String(firstPort), REPLYWRIGHT_WORKER_ANNOUNCES: "yes" }
        : { RELAY_PORT: String(this.#port) }),
      ...(metricsUrl !== undefined && { REPLYWRIGHT_WORKER_METRICS: metricsUrl })
    }
  }

  /** Counts the connections of an address at all workers. @param leaves by the id of the connection */
  #countConnection(worker: Worker, leaves: Map<number, () => void>, message: WorkerMessage): void {
    if (message.type === "opened")
      leaves.set(
        message.id,
        this.#connections.enter(message.address, () => tell(worker, { type: "refuse", id: message.id }))
      )
    if (message.type === "closed") {
      leaves.get(message.id)?.()
      leaves.delete(message.id)
    }
  }

  #onReady(place: Place, { port, relay }: Extract<WorkerMessage, { type: "ready" }>): AnswerWatch {
    const { log, pingMs } = this.#parts
    const { number, worker } = place
    this.#port = port
    place.relay = relay
    const watch = watchAnswers(
      () => tell(worker, { type: "ping" }),
      (silentMs) => {
        log.warn("worker-frozen", { worker: number, process: worker.process.pid, silentMs })
        worker.process.kill("SIGKILL")
      },
      pingMs
    )
    setWorkers(livingIn(this.#places).length)
    log.info("worker-ready", { worker: number, process: worker.process.pid, relay })
    for (const dead of this.#unreportedDeaths) tell(worker, { type: "died", relay: dead })
    this.#unreportedDeaths = []
    return watch
  }

  #onEnd(place: Place, how: EndOfWorker, hasSaidWhy: boolean): void {
    const { log, signal } = this.#parts
    const { number, relay } = place
    place.relay = undefined
    setWorkers(livingIn(this.#places).length)
    if (signal.aborted) return
    if (this.#port === undefined) {
      // The relay ends with its first worker, whose reason stands in the log already if it knew one.
      if (!hasSaidWhy) log.warn("worker-ended", { worker: number, ...how })
      return
    }
    countWorkerDeath()
    this.#reportDeath(relay)
    const isYoung = performance.now() - place.began < HEALTHY_MS
    const pauseMs = isYoung ? Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** place.deaths) : 0
    log.warn("worker-ended", { worker: number, ...how, againAfterMs: pauseMs })
    const pause = setTimeout(() => {
      this.#pauses.delete(pause)
      this.begin(number, isYoung ? place.deaths + 1 : 0)
    }, pauseMs)
    this.#pauses.add(pause)
  }

  #reportDeath(relay: string | undefined): void {
    const [other] = livingIn(this.#places)
    if (relay === undefined) return
    if (other) tell(other, { type: "died", relay })
    else this.#unreportedDeaths.push(relay)
  }

  /** Begins no worker any more, and stops all. */
  async stop(): Promise<void> {
    for (const pause of this.#pauses) clearTimeout(pause)
    await Promise.all([...this.#places.values()].map(({ worker }) => stop(worker)))
  }
}

type EndOfWorker = { code: number | null; signal: string | null } | { reason: string }

async function freePort(listen: string): Promise<number> {
  const server = createServer().listen(0, listen)
  await once(server, "listening")
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, "close")
  return port
}

/** Starts the embedded database if the settings name no other. The workers find it as any command beside a relay does. */
async function startOwnDatabase(settings: Settings, log: Log, signal: AbortSignal) {
  if (settings.databaseUrl !== undefined) return undefined
  const { startLocalDatabase } = await import("../../storage/local-database.ts")
  return startLocalDatabase(settings, log, signal)
}

/** @throws StartError if the worker ends before it listens */
async function untilReady(worker: Worker, signal: AbortSignal): Promise<void> {
  signal.addEventListener("abort", () => tell(worker, { type: "stop" }), { once: true })
  const answered = Promise.withResolvers<void>()
  worker.on("message", (message: WorkerMessage) => {
    if (message.type === "ready") answered.resolve()
    if (message.type === "failed") answered.reject(new StartError(message.code, message.message))
  })
  worker.once("error", (error: Error) =>
    answered.reject(new StartError("worker", `The first of the relay's workers can't be started: ${error.message}`))
  )
  worker.once("exit", (code: number | null, by: string | null) => {
    const how = by === null ? `with exit code ${code}` : `by ${by}`
    answered.reject(new StartError("worker", `The first of the relay's workers ended ${how} before it listened.`))
  })
  await answered.promise
}

/** Lets a worker end its drafts, and kills it if that takes too long. */
async function stop(worker: Worker): Promise<void> {
  if (worker.isDead() || worker.process.pid === undefined) return
  const ended = once(worker, "exit")
  tell(worker, { type: "stop" })
  const late = setTimeout(() => worker.process.kill("SIGKILL"), STOP_MS)
  await ended
  clearTimeout(late)
}

/** A worker may die before it hears the message. Its exit is handled where it is awaited. */
function tell(worker: Worker, message: ParentMessage): void {
  if (worker.isConnected()) worker.send(message, () => undefined)
}
