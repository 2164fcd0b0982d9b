import { setCircuitState, setModelQueue } from "../../runtime/metrics/model-metrics.ts"
import { recordQueueWait } from "../../runtime/metrics/work-metrics.ts"
import { ModelError } from "../drafter/contract.ts"
import { TASKS, type ModelEndpoint, type Models } from "../endpoint/models.ts"
import { seconds } from "../openai/request-watch.ts"
import { CircuitBreaker, type AskPermit } from "./circuit-breaker.ts"
import { FairQueue, QueueFullError, type QueuedRequest } from "./fair-queue.ts"

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
const MAX_TURNS = 10

/** Creates the ways to the models that write. Models that only find pages have none. */
export function createModelTraffic({ tasks }: Pick<Models, "tasks">, clock = () => new Date()): ModelTraffic {
  const ways = new Map<string, QueuedWay>()
  const wayTo = (endpoint: ModelEndpoint) => {
    const key = `${endpoint.url}\n${endpoint.model}`
    const way = ways.get(key) ?? new QueuedWay(endpoint, clock)
    ways.set(key, way)
    return way
  }
  for (const endpoint of TASKS.flatMap((task) => tasks[task])) if (endpoint.kind !== "offline") wayTo(endpoint)
  return { wayTo, conditions: () => [...ways.values()].map((way) => way.condition()) }
}

/** The way to one model: the queue for its places, and the breaker that stops asking it. */
class QueuedWay implements ModelWay {
  readonly #endpoint: ModelEndpoint
  readonly #clock: () => Date
  readonly #breaker: CircuitBreaker
  readonly #queue: FairQueue
  #since: Date
  #last: "answered" | "failed" | undefined

  constructor(endpoint: ModelEndpoint, clock: () => Date) {
    const { name, atOnce = Infinity } = endpoint
    this.#endpoint = endpoint
    this.#clock = clock
    this.#since = clock()
    this.#breaker = new CircuitBreaker((state) => {
      setCircuitState(name, state)
      this.#since = clock()
    })
    const queue = new FairQueue({ atOnce, most: atOnce * MAX_TURNS }, () =>
      setModelQueue(name, queue.running, queue.waiting)
    )
    this.#queue = queue
    setCircuitState(name, this.#breaker.state)
    setModelQueue(name, 0, 0)
  }

  async *turn(request: QueuedRequest): AsyncGenerator<number, ModelTurn> {
    if (this.#breaker.waitMs > 0) throw this.#awayError()
    const began = performance.now()
    const leave = yield* waitIn(this.#queue, request, () => this.#fullError())
    const permit = this.#breaker.enter()
    if (!permit) {
      // The model failed for good while this request waited for it.
      leave()
      throw this.#awayError()
    }
    recordQueueWait("model", performance.now() - began)
    return {
      begun: () => permit.begun(),
      ended: (how) => {
        permit.ended(how)
        if (how !== "unknown") this.#note(how === "answered" ? how : "failed")
        leave()
      }
    }
  }

  refusal(prepared: boolean): ModelError | undefined {
    if (this.#breaker.waitMs > 0) return this.#awayError()
    return this.#queue.isFull(prepared) ? this.#fullError() : undefined
  }

  condition(): ModelCondition {
    const { name, model, atOnce } = this.#endpoint
    return {
      name,
      model,
      state: this.#breaker.state === "closed" ? STATES[this.#last ?? "unasked"] : "away",
      since: this.#since.toISOString(),
      retryInMs: Math.round(this.#breaker.waitMs),
      running: this.#queue.running,
      waiting: this.#queue.waiting,
      atOnce: atOnce ?? null
    }
  }

  #note(how: "answered" | "failed"): void {
    if (this.#last !== how) this.#since = this.#clock()
    this.#last = how
  }

  #awayError(): ModelError {
    const { waitMs } = this.#breaker
    const error = new ModelError(
      "model-away",
      `The model ${this.#endpoint.name} failed several times in a row and isn't asked now. It is tried again in ${seconds(Math.max(1000, waitMs))}.`,
      true
    )
    error.retryAfter = Math.ceil(waitMs / 1000)
    return error
  }

  #fullError(): ModelError {
    const { waiting, waitSeconds } = this.#queue
    const error = new ModelError(
      "model-queue-full",
      `The model ${this.#endpoint.name} is busy, and ${waiting} drafts wait for it already. Ask again in ${seconds(waitSeconds * 1000)}.`,
      true
    )
    error.retryAfter = waitSeconds
    return error
  }
}

const STATES = { unasked: "unasked", answered: "answering", failed: "failing" } as const

async function* waitIn(
  queue: FairQueue,
  request: QueuedRequest,
  full: () => ModelError
): AsyncGenerator<number, () => void> {
  try {
    return yield* queue.turn(request)
  } catch (error) {
    throw error instanceof QueueFullError ? full() : error
  }
}
