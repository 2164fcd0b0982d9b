import type { PairedPerson } from "../../protocol/relay.ts"
import { areModelsOff } from "../../runtime/scope/request-scope.ts"
import type { Log } from "../../runtime/log.ts"
import { countModelError } from "../../runtime/metrics/model-metrics.ts"
import { createUsageCounter, isStoppedBy, reachedLimit } from "../../models/count-usage.ts"
import { ModelError } from "../../models/drafter/contract.ts"
import { type ModelEndpoint, type Models } from "../../models/endpoint/models.ts"
import { rerank, type RerankShape } from "../../models/openai/rerank.ts"
import type { UsageBook } from "../../models/usage/usage-book.ts"

/** Orders the best pages anew by a re-ranking model. If anything in it fails, they keep their order. */
export interface Reranker {
  /** The fingerprint is part of the pipeline version. */
  fingerprint: string
  /**
   * Asks how well each text answers the query. It never throws.
   * @returns a score for each text; undefined if the model is late, fails, can't be read, or may not be paid for
   */
  scores(
    query: string,
    texts: string[],
    person: PairedPerson,
    signal: AbortSignal
  ): Promise<(number | undefined)[] | undefined>
}

export interface RerankerTiming {
  /** A search waits this many milliseconds for the model. */
  wait: number
  /** After a failure, the model isn't asked again for this many milliseconds. */
  rest: number
}
const TIMING: RerankerTiming = { wait: 300, rest: 30_000 }

/** Creates the re-ranker. @returns undefined if no re-ranking model is configured */
export function createReranker(
  models: Models,
  book: UsageBook,
  log: Log,
  timing: Partial<RerankerTiming> = {}
): Reranker | undefined {
  const { rerank: endpoint, currency } = models
  if (!endpoint) return undefined
  const { wait, rest } = { ...TIMING, ...timing }
  let shape: RerankShape = "documents"
  let restUntil = 0

  async function ask(endpoint: ModelEndpoint, query: string, texts: string[], signal: AbortSignal) {
    const first = await rerank(endpoint, { query, texts }, { shape, timeoutMs: wait }, signal)
    if (first !== "other-shape") return first
    const other: RerankShape = shape === "documents" ? "texts" : "documents"
    const second = await rerank(endpoint, { query, texts }, { shape: other, timeoutMs: wait }, signal)
    if (second !== "other-shape") shape = other
    return second
  }

  return {
    fingerprint: `rerank ${endpoint.model}`,
    async scores(query, texts, person, signal) {
      if (areModelsOff() || query === "" || texts.length < 2 || performance.now() < restUntil) return undefined
      const late = AbortSignal.timeout(wait)
      const counting: Promise<void>[] = []
      const over = book.begin()
      try {
        if (isStoppedBy(await reachedLimit(models, book, person), endpoint)) return undefined
        const answer = await ask(endpoint, query, texts, AbortSignal.any([signal, late]))
        if (answer === "other-shape")
          throw new ModelError("model-bad-answer", "The server accepts no known shape of request.", true)
        createUsageCounter(counting, book, { endpoint, currency, task: "rerank", person })(answer.counted)
        return answer.scores
      } catch (error) {
        if (signal.aborted) return undefined
        restUntil = performance.now() + rest
        const known = error instanceof ModelError ? error : undefined
        countModelError("rerank", endpoint.name, late.aborted ? "model-silent" : (known?.code ?? "unknown"))
        // The message of any other error may quote what the server answered.
        log.warn("pages-not-reranked", {
          model: endpoint.model,
          reason: late.aborted ? "too slow" : (known?.message ?? (error instanceof Error ? error.name : ""))
        })
        return undefined
      } finally {
        void Promise.all(counting).finally(over)
      }
    }
  }
}
