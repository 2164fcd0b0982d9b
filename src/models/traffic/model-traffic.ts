import { setCircuitState, setModelQueue } from "../../runtime/metrics/model-metrics.ts"
import { recordQueueWait } from "../../runtime/metrics/work-metrics.ts"
import { ModelError } from "../drafter/contract.ts"
import { TASKS, type ModelEndpoint, type Models } from "../endpoint/models.ts"
import { seconds } from "../openai/request-watch.ts"
import { CircuitBreaker, type AskPermit } from "./circuit-breaker.ts"
import { FairQueue, QueueFull, type QueuedRequest } from "./fair-queue.ts"

/** How one model does at this relay. */
export interface ModelCondition {
  /** The endpoint's name in models.yaml. */
  name: string
  model: string
  /** "unasked": nothing has been heard of it since this relay started. "away": it isn't asked for now. */
  state: "unasked" | "answering" | "failing" | "away"
  /** Since when it is in this state, in ISO 8601. */
  since: string
  /** Milliseconds until it is tried again, if it is away. */
  retryInMs: number
  running: number
  waiting: number
  /** How many requests may be under way at once, or null without a limit. */
  atOnce: number | null
}

/** A turn at a model. `ended` gives it back, and says how it went. */
export type ModelTurn = AskPermit

/** The way to one model: whether it is asked now, and who waits for it. */
export interface ModelWay {
  /**
   * Waits until the model may be asked. It yields the place in the queue, from 1, as often as it changes.
   * @throws ModelError "model-away" if it fails again and again and isn't asked for now, "model-queue-full" if nobody
   * else may wait for it; the signal's reason if it is aborted
   */
  turn(request: QueuedRequest): AsyncGenerator<number, ModelTurn>
  /** Returns the error with which `turn` would refuse now, or undefined. */
  refusal(prepared: boolean): ModelError | undefined
}

/** The ways to all models of this relay. Endpoints with the same address and model share one. */
export interface ModelTraffic {
  wayTo(endpoint: ModelEndpoint): ModelWay
  conditions(): ModelCondition[]
}

/** So many turns may lie before whoever comes last. */
const MOST_TURNS = 10

/** Creates the ways to the models that write. Models that only find pages have none. */
export function createModelTraffic({ tasks }: Pick<Models, "tasks">, clock = () => new Date()): ModelTraffic {
  const ways = new Map<string, ModelWay & { condition(): ModelCondition }>()
  const wayTo = (endpoint: ModelEndpoint) => {
    const key = `${endpoint.url}\n${endpoint.model}`
    const way = ways.get(key) ?? createWay(endpoint, clock)
    ways.set(key, way)
    return way
  }
  for (const endpoint of TASKS.flatMap((task) => tasks[task])) if (endpoint.kind !== "offline") wayTo(endpoint)
  return { wayTo, conditions: () => [...ways.values()].map((way) => way.condition()) }
}

function createWay({ name, model, atOnce }: ModelEndpoint, clock: () => Date) {
  let since = clock()
  let last: "answered" | "failed" | undefined
  const breaker = new CircuitBreaker((state) => {
    setCircuitState(name, state)
    since = clock()
  })
  const queue = new FairQueue({ atOnce: atOnce ?? Infinity, most: (atOnce ?? Infinity) * MOST_TURNS }, () =>
    setModelQueue(name, queue.running, queue.waiting)
  )
  setCircuitState(name, breaker.state)
  setModelQueue(name, 0, 0)

  const away = () => {
    const when = seconds(Math.max(1000, breaker.waitMs))
    const error = new ModelError(
      "model-away",
      `The model ${name} failed several times in a row and isn't asked now. It is tried again in ${when}.`,
      true
    )
    error.retryAfter = Math.ceil(breaker.waitMs / 1000)
    return error
  }
  const full = () => {
    const error = new ModelError(
      "model-queue-full",
      `The model ${name} is busy, and ${queue.waiting} drafts wait for it already. Ask again in ${seconds(queue.waitSeconds * 1000)}.`,
      true
    )
    error.retryAfter = queue.waitSeconds
    return error
  }
  const note = (how: "answered" | "failed") => {
    if (last !== how) since = clock()
    last = how
  }

  return {
    async *turn(request: QueuedRequest): AsyncGenerator<number, ModelTurn> {
      if (breaker.waitMs > 0) throw away()
      const began = performance.now()
      const leave = yield* waitIn(queue, request, full)
      const permit = breaker.enter()
      // Whoever waited longer than the model held out is not sent after it.
      if (!permit) leave()
      if (!permit) throw away()
      recordQueueWait("model", performance.now() - began)
      return {
        begun: () => permit.begun(),
        ended(how) {
          permit.ended(how)
          if (how !== "unknown") note(how === "answered" ? how : "failed")
          leave()
        }
      }
    },
    refusal: (prepared: boolean) => (breaker.waitMs > 0 ? away() : queue.isFull(prepared) ? full() : undefined),
    condition: (): ModelCondition => ({
      name,
      model,
      state:
        breaker.state !== "closed"
          ? "away"
          : last === undefined
            ? "unasked"
            : last === "answered"
              ? "answering"
              : "failing",
      since: since.toISOString(),
      retryInMs: Math.round(breaker.waitMs),
      running: queue.running,
      waiting: queue.waiting,
      atOnce: atOnce ?? null
    })
  }
}

async function* waitIn(
  queue: FairQueue,
  request: QueuedRequest,
  full: () => ModelError
): AsyncGenerator<number, () => void> {
  try {
    return yield* queue.turn(request)
  } catch (error) {
    throw error instanceof QueueFull ? full() : error
  }
}
