import { createHash } from "node:crypto"
import {
  ModelError,
  type Drafter,
  type Fallback,
  type Judge,
  type Summariser,
  type Verdict
} from "./drafter/contract.ts"
import type { PairedPerson } from "../protocol/relay.ts"
import { countModelError } from "../runtime/metrics/model-metrics.ts"
import { startSpan } from "../runtime/scope/span.ts"
import type { UsageBook } from "./usage/usage-book.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import { createUsageCounter, isBudgetUsedUp } from "./count-usage.ts"
import { isFree, type Endpoint, type Models, type Task } from "./endpoint/models.ts"

/** An endpoint of an order, with the worker that uses it. */
export interface OrderedModel<Worker> {
  endpoint: Endpoint
  worker: Worker
}
/** What else an order needs: the prices' currency, the budgets and the usage records. */
export interface BudgetContext {
  models: Pick<Models, "currency" | "budgets">
  book: UsageBook
}

/** Combines the drafters of an order into one: see `askWithFallback`. */
export function drafterWithFallback(order: OrderedModel<Drafter>[], budget: BudgetContext): Drafter {
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
        budget,
        signal
      })
  }
}

/** Combines the summarisers of an order into one. */
export function summariserWithFallback(order: OrderedModel<Summariser>[], budget: BudgetContext): Summariser {
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
        budget,
        signal
      })
      for await (const line of lines) {
        if ("writer" in line) asked?.writes?.(line.writer)
        else yield line
      }
    }
  }
}

/** Combines the judges of an order into one. */
export function judgeWithFallback(order: OrderedModel<Judge>[], budget: BudgetContext): Judge {
  return {
    name: order[0]?.worker.name ?? "",
    fingerprint: order.map(({ worker }) => worker.fingerprint).join(" "),
    async judge(task, signal, asked) {
      const answers = askWithFallback({
        order: order.map(({ endpoint, worker }) => ({
          endpoint,
          name: worker.name,
          ask: async function* (count) {
            yield await worker.judge(task, signal, { ...asked, count })
          }
        })),
        begins: () => true,
        task: "judge",
        person: asked?.person,
        budget,
        signal
      })
      let verdicts: Verdict[] = []
      for await (const piece of answers) {
        if ("writer" in piece) asked?.writes?.(piece.writer)
        else verdicts = piece
      }
      return verdicts
    }
  }
}

interface Asking<Piece> {
  order: { endpoint: Endpoint; name: string; ask: (count: (counted: CountedTokens) => void) => AsyncIterable<Piece> }[]
  /** Returns whether this piece already belongs to the answer itself. After it, no other model is asked. */
  begins: (piece: Piece) => boolean
  task: Task
  person: PairedPerson | undefined
  budget: BudgetContext
  signal: AbortSignal
}

/**
 * Asks one model after the other until one begins to answer. That model then has to finish its answer. The usage of
 * each is counted. A person whose budget for the day is used up gets only free endpoints. Before the pieces of a model,
 * its name is yielded.
 * @throws ModelError if none began to answer, or if the one that did breaks off
 */
async function* askWithFallback<Piece>({
  order,
  begins,
  task,
  person,
  budget: { models, book },
  signal
}: Asking<Piece>): AsyncGenerator<Piece | { writer: string; instead?: Fallback }> {
  const over = book.begin()
  const counting: Promise<void>[] = []
  const passed: { name: string; error: ModelError }[] = []
  try {
    const free = await isBudgetUsedUp(models, book, person)
    for (const { endpoint, name, ask } of order) {
      if (free && !isFree(endpoint)) {
        passed.push({ name, error: usedUp() })
        continue
      }
      const [first] = passed
      yield { writer: name, ...(first && { instead: { of: first.name, code: first.error.code } }) }
      let begun = false
      let failure: unknown
      const span = startSpan(`model ${task}`, { "gen_ai.request.model": name, "replywright.task": task }, "client")
      try {
        for await (const piece of ask(
          createUsageCounter(counting, book, { endpoint, currency: models.currency, task, person })
        )) {
          if (!begun && begins(piece)) span.event("first token")
          begun ||= begins(piece)
          yield piece
        }
        return
      } catch (error) {
        failure = error
        if (!signal.aborted) countModelError(task, endpoint.name, error instanceof ModelError ? error.code : "unknown")
        if (begun || signal.aborted || !(error instanceof ModelError)) throw error
        passed.push({ name, error })
      } finally {
        span.end(failure)
      }
    }
    throw noneBegan(passed)
  } finally {
    // The usage is stored before the end is reported, so that the next request takes it into account.
    await Promise.all(counting)
    over()
  }
}

function usedUp(): ModelError {
  return new ModelError(
    "budget-cost",
    "Your money for models is used up for today; it begins anew at 00:00 UTC.",
    false
  )
}

/**
 * Returns the error if no model began. A single failure is returned itself, and several are listed with their models.
 */
function noneBegan(passed: { name: string; error: ModelError }[]): ModelError {
  const last = passed.at(-1)?.error ?? new ModelError("model-unreachable", "No model is configured for this.", false)
  if (passed.length < 2) return last
  const retryable = passed.some(({ error }) => error.retryable)
  return new ModelError(
    last.code,
    `No model could write. ${passed.map(({ name, error }) => `${name}: ${error.message}`).join(" ")}`,
    retryable,
    { cause: last }
  )
}
