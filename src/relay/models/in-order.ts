import { createHash } from "node:crypto"
import { ModelError, type Drafter, type DraftJob, type Instead, type Written } from "../drafting/parts.ts"
import type { UsageBook } from "../usage/book.ts"
import { countInto, freeOnly } from "./meter.ts"
import { isFree, type Endpoint, type Models } from "./models.ts"

export interface InOrder {
  endpoint: Endpoint
  drafter: Drafter
}

/**
 * Asks one after the other until one begins to write; what has begun is its own to end. Counts what each took. Who has used up
 * the day's money gets only those that cost nothing.
 */
export function draftInOrder(order: InOrder[], models: Pick<Models, "currency" | "budgets">, book: UsageBook): Drafter {
  const names = order.map(({ drafter: { name, fingerprint } }) => [name, fingerprint])
  return {
    name: order[0]?.drafter.name ?? "offline",
    fingerprint: order.length === 1 ? (names[0]?.[1] ?? "") : createHash("sha256").update(JSON.stringify(names)).digest("hex").slice(0, 16),
    async *write(job, signal) {
      const over = book.begin()
      const counting: Promise<void>[] = []
      try {
        const mayCost = !(await freeOnly(models, book, job.person))
        yield* firstThatWrites(order, mayCost, (endpoint) => ({ ...job, count: countInto(counting, book, { endpoint, currency: models.currency, task: "draft", person: job.person }) }), signal)
      } finally {
        // Before the draft's end is told: the next draft sees what this one took.
        await Promise.all(counting)
        over()
      }
    }
  }
}

async function* firstThatWrites(order: InOrder[], mayCost: boolean, jobFor: (endpoint: Endpoint) => DraftJob, signal: AbortSignal): AsyncGenerator<Written> {
  const passed: { name: string; error: ModelError }[] = []
  for (const { endpoint, drafter } of order) {
    if (!mayCost && !isFree(endpoint)) {
      passed.push({ name: drafter.name, error: usedUp() })
      continue
    }
    const [first] = passed
    const instead: Instead | undefined = first && { of: first.name, code: first.error.code }
    yield { writer: drafter.name, ...(instead && { instead }) }
    let begun = false
    try {
      for await (const written of drafter.write(jobFor(endpoint), signal)) {
        begun ||= "text" in written || "refusal" in written
        yield written
      }
      return
    } catch (error) {
      if (begun || signal.aborted || !(error instanceof ModelError)) throw error
      passed.push({ name: drafter.name, error })
    }
  }
  throw noneWrote(passed)
}

function usedUp(): ModelError {
  return new ModelError("budget-cost", "Your money for models is used up for today; it begins anew at 00:00 UTC.", false)
}

/** One failure speaks for itself; of several each is told with its model. */
function noneWrote(passed: { name: string; error: ModelError }[]): ModelError {
  const last = passed.at(-1)?.error ?? new ModelError("model-unreachable", "No model is configured for this.", false)
  if (passed.length < 2) return last
  const retryable = passed.some(({ error }) => error.retryable)
  return new ModelError(last.code, `No model could write. ${passed.map(({ name, error }) => `${name}: ${error.message}`).join(" ")}`, retryable, { cause: last })
}
