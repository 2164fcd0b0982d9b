import { createHash } from "node:crypto"
import {
  ModelError,
  type Drafter,
  type Fallback,
  type HeldUsage,
  type Verifier,
  type AskOptions,
  type Summariser,
  type ToneReader,
  type WaitingPlace
} from "./drafter/contract.ts"
import type { PairedPerson } from "../protocol/relay.ts"
import { countModelError } from "../runtime/metrics/model-metrics.ts"
import { startSpan } from "../runtime/scope/span.ts"
import type { UsageBook } from "./usage/usage-book.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import { createUsageCounter, isStoppedBy, reachedLimit, type ReachedLimit } from "./count-usage.ts"
import type { QueuedRequest } from "./traffic/fair-queue.ts"
import type { ModelTraffic, ModelTurn } from "./traffic/model-traffic.ts"
import type { Endpoint, Models, Task } from "./endpoint/models.ts"

/** An endpoint of an order, with the worker that uses it. */
export interface OrderedModel<Worker> {
  endpoint: Endpoint
  worker: Worker
}
/** What else an order needs: the prices' currency, the budgets, the usage records, and the ways to the models. */
export interface OrderContext {
  models: Pick<Models, "currency" | "budgets">
  book: UsageBook
  traffic: ModelTraffic
}

/** Combines the drafters of an order into one: see `askWithFallback`. */
export function drafterWithFallback(order: OrderedModel<Drafter>[], context: OrderContext): Drafter {
  const names = order.map(({ worker: { name, fingerprint } }) => [name, fingerprint])
  return {
    name: order[0]?.worker.name ?? "offline",
    fingerprint:
      order.length === 1
        ? (names[0]?.[1] ?? "")
        : createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 16),
    write: (job, signal) =>
      askWithFallback({
        order: order.map(({ endpoint, worker }) => ({
          endpoint,
          name: worker.name,
          ask: (count) => worker.write({ ...job, count }, signal)
        })),
        begins: (written) => "text" in written || "refusal" in written,
        task: "draft",
        person: job.person,
        held: job.held,
        prepared: job.request.prepared === true,
        context,
        signal
      }),
    refusal(prepared) {
      const refusals = order.map(({ endpoint, worker: { name } }) => ({
        name,
        error: endpoint.kind === "offline" ? undefined : context.traffic.wayTo(endpoint).refusal(prepared)
      }))
      const passed = refusals.flatMap(({ name, error }) => (error ? [{ name, error }] : []))
      const isFull = passed.some(({ error }) => error.code === "model-queue-full")
      return isFull && passed.length === order.length ? noneBegan(passed) : undefined
    }
  }
}

/** Combines the summarisers of an order into one. */
export function summariserWithFallback(order: OrderedModel<Summariser>[], context: OrderContext): Summariser {
  return {
    name: order[0]?.worker.name ?? "offline",
    async *summarise(ticket, signal, asked) {
      const lines = askWithFallback({
        order: order.map(({ endpoint, worker }) => ({
          endpoint,
          name: worker.name,
          ask: (count) => worker.summarise(ticket, signal, { ...asked, count })
        })),
        begins: () => true,
        task: "summary",
        person: asked?.person,
        prepared: false,
        context,
        signal
      })
      for await (const line of lines) {
        if ("writer" in line) asked?.writes?.(line.writer)
        else if (!("waiting" in line)) yield line
      }
    }
  }
}

/** Combines the verifiers of an order into one. */
export function verifierWithFallback(order: OrderedModel<Verifier>[], context: OrderContext): Verifier {
  return {
    name: order[0]?.worker.name ?? "",
    fingerprint: order.map(({ worker }) => worker.fingerprint).join(" "),
    verify: async (task, signal, asked) =>
      (await askOnce(order, (worker, options) => worker.verify(task, signal, options), {
        task: "verify",
        context,
        signal,
        asked
      })) ?? { verdicts: [], unanswered: [] }
  }
}

/** Combines the readers of tone of an order into one. */
export function toneReaderWithFallback(order: OrderedModel<ToneReader>[], context: OrderContext): ToneReader {
  return {
    name: order[0]?.worker.name ?? "",
    read: async (task, signal, asked) =>
      (await askOnce(order, (worker, options) => worker.read(task, signal, options), {
        task: "tone",
        context,
        signal,
        asked
      })) ?? { findings: [], dropped: 0 }
  }
}

/** Asks for an answer that comes whole. */
async function askOnce<Worker extends { name: string }, Answer extends object>(
  order: OrderedModel<Worker>[],
  ask: (worker: Worker, options: AskOptions) => Promise<Answer>,
  {
    task,
    context,
    signal,
    asked
  }: { task: Task; context: OrderContext; signal: AbortSignal; asked: AskOptions | undefined }
): Promise<Answer | undefined> {
  const answers = askWithFallback<{ answer: Answer }>({
    order: order.map(({ endpoint, worker }) => ({
      endpoint,
      name: worker.name,
      ask: async function* (count) {
        yield { answer: await ask(worker, { ...asked, count }) }
      }
    })),
    begins: () => true,
    task,
    person: asked?.person,
    held: asked?.held,
    prepared: false,
    context,
    signal
  })
  let answer: Answer | undefined
  for await (const piece of answers) {
    if ("writer" in piece) asked?.writes?.(piece.writer)
    else if ("answer" in piece) answer = piece.answer
  }
  return answer
}

interface Asking<Piece> {
  order: { endpoint: Endpoint; name: string; ask: (count: (counted: CountedTokens) => void) => AsyncIterable<Piece> }[]
  /** Returns whether this piece already belongs to the answer itself. After it, no other model is asked. */
  begins: (piece: Piece) => boolean
  task: Task
  person: PairedPerson | undefined
  /** Takes the usage of a draft, to store it with the draft's end. */
  held?: HeldUsage | undefined
  /** Nobody pressed for it, so it waits behind all that somebody did. */
  prepared: boolean
  context: OrderContext
  signal: AbortSignal
}

/** Besides the pieces of the answer: who writes from here on, and where the request stands that waits. */
type Told = { writer: string; instead?: Fallback } | { waiting: WaitingPlace }

/**
 * Asks one model after the other until one begins to answer. That model then has to finish its answer. A busy model is
 * waited for, and one that isn't asked now, because it failed again and again, is passed over at once. The usage of each
 * is counted. A person who has reached a limit of money gets only free endpoints, and of tokens none. Before the pieces
 * of a model, its name is yielded.
 * @throws ModelError if none began to answer, or if the one that did breaks off
 */
async function* askWithFallback<Piece>({
  order,
  begins,
  task,
  person,
  held,
  prepared,
  context: { models, book, traffic },
  signal
}: Asking<Piece>): AsyncGenerator<Piece | Told> {
  const release = book.begin()
  const counting: Promise<void>[] = []
  const failures: ModelFailure[] = []
  try {
    const limit = await reachedLimit(models, book, person, held)
    for (const candidate of order) {
      const { endpoint, name } = candidate
      if (limit && isStoppedBy(limit, endpoint)) {
        failures.push({ name, error: usedUp(limit) })
        continue
      }
      const count = createUsageCounter(counting, book, { endpoint, currency: models.currency, task, person, held })
      const queued = { person: person?.id ?? "", prepared, signal }
      const error = yield* askOne(candidate, { begins, task, count, queued, traffic, before: failures[0] })
      if (!error) return
      failures.push({ name, error })
    }
    throw noneBegan(failures)
  } finally {
    // The usage is stored before the end is reported, so that the next request takes it into account.
    await Promise.all(counting)
    release()
  }
}

/** A model that was to write and didn't begin to. */
interface ModelFailure {
  name: string
  error: ModelError
}

interface Attempt<Piece> extends Pick<Asking<Piece>, "begins" | "task"> {
  count: (counted: CountedTokens) => void
  queued: QueuedRequest
  traffic: OrderContext["traffic"]
  /** The first model in the order, if that has failed already. */
  before: ModelFailure | undefined
}

/**
 * Asks one model. Returns the error with which it failed before it began to answer, or undefined after its answer.
 * @throws its error after it began, the signal's reason, and what is no error of a model
 */
async function* askOne<Piece>(
  { endpoint, name, ask }: Asking<Piece>["order"][number],
  { begins, task, count, queued, traffic, before }: Attempt<Piece>
): AsyncGenerator<Piece | Told, ModelError | undefined> {
  const { signal } = queued
  let turn: ModelTurn | undefined
  let hasBegun = false
  let failure: unknown
  let outcome: Parameters<ModelTurn["ended"]>[0] = "unknown"
  const span = startSpan(`model ${task}`, { "gen_ai.request.model": name, "replywright.task": task }, "client")
  try {
    if (endpoint.kind !== "offline") turn = yield* toldPlaces(traffic.wayTo(endpoint).turn(queued), name)
    yield { writer: name, ...(before && { instead: { of: before.name, code: before.error.code } }) }
    for await (const piece of ask(count)) {
      if (!hasBegun && begins(piece)) {
        span.event("first token")
        turn?.begun()
        hasBegun = true
      }
      yield piece
    }
    outcome = "answered"
    return undefined
  } catch (error) {
    failure = error
    if (!signal.aborted) {
      outcome = outcomeOf(error)
      // What wasn't asked has not failed.
      if (turn ?? endpoint.kind === "offline")
        countModelError(task, endpoint.name, error instanceof ModelError ? error.code : "unknown")
    }
    if (hasBegun || signal.aborted || !(error instanceof ModelError)) throw error
    return error
  } finally {
    turn?.ended(outcome)
    span.end(failure)
  }
}

/** Yields each place of a request that waits for this model, and returns its turn. */
async function* toldPlaces(
  turn: AsyncGenerator<number, ModelTurn>,
  model: string
): AsyncGenerator<{ waiting: WaitingPlace }, ModelTurn> {
  try {
    for (let step = await turn.next(); ; step = await turn.next()) {
      if (step.done) return step.value
      yield { waiting: { model, place: step.value } }
    }
  } finally {
    // Whoever stops asking leaves the queue.
    await turn.return(UNUSED)
  }
}

const UNUSED: ModelTurn = { begun: () => undefined, ended: () => undefined }

/** Returns what an error says about the model. A refused request says nothing: the next one may be taken. */
function outcomeOf(error: unknown): "failed" | "silent" | "unknown" {
  if (!(error instanceof ModelError)) return "unknown"
  if (error.code === "model-silent") return "silent"
  return FAILURES.has(error.code) ? "failed" : "unknown"
}

const FAILURES: ReadonlySet<string> = new Set(["model-unreachable", "model-cut", "model-busy"])

function usedUp({ code }: ReachedLimit): ModelError {
  const until = code === "budget-cost" ? "for today; it begins anew at 00:00 UTC" : "for this month"
  return new ModelError(code, `The budget for models is used up ${until}.`, false)
}

/**
 * Returns the error if no model began. A single failure is returned itself, and several are listed with their models.
 */
function noneBegan(failures: ModelFailure[]): ModelError {
  const last = failures.at(-1)?.error ?? new ModelError("model-unreachable", "No model is configured for this.", false)
  if (failures.length < 2) return last
  const retryable = failures.some(({ error }) => error.retryable)
  const error = new ModelError(
    last.code,
    `No model could write. ${failures.map(({ name, error }) => `${name}: ${error.message}`).join(" ")}`,
    retryable,
    { cause: last }
  )
  const times = failures.flatMap(({ error: { retryAfter } }) => retryAfter ?? [])
  if (times.length > 0) error.retryAfter = Math.min(...times)
  return error
}
