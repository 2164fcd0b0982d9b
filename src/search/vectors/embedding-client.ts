import type { PairedPerson } from "../../protocol/relay.ts"
import type { Log } from "../../runtime/log.ts"
import { countModelError } from "../../runtime/metrics/model-metrics.ts"
import { ModelError } from "../../models/drafter/contract.ts"
import { embed, type EmbedPatience } from "../../models/openai/embeddings.ts"
import { createUsageCounter, isBudgetUsedUp } from "../../models/count-usage.ts"
import { isFree, type ModelEndpoint, type Models } from "../../models/endpoint/models.ts"
import type { UsageBook } from "../../models/usage/usage-book.ts"

/** Requests embeddings from the model, counts their usage, and tracks whether the model works. */
export interface EmbeddingClient {
  /**
   * Requests the embeddings of some texts.
   * @param person whose budget pays for it; undefined for the relay's own work
   * @returns undefined if this person's budget is used up
   * @throws ModelError; the signal's reason if aborted
   */
  embed(
    texts: string[],
    patience: EmbedPatience,
    signal: AbortSignal,
    person?: PairedPerson
  ): Promise<Float32Array[] | "too-much" | undefined>
  /** Records the result. It is logged once when the model stops working, and once when it works again. */
  failed(error: unknown): void
  works(): void
  /**
   * Returns a sentence that says why pages are found without embeddings at the moment, or undefined if they are used.
   */
  problem(): string | undefined
}

export function createEmbeddingClient(
  endpoint: ModelEndpoint,
  models: Pick<Models, "budgets" | "currency">,
  book: UsageBook,
  log: Log
): EmbeddingClient {
  let trouble: string | undefined
  return {
    async embed(texts, patience, signal, person) {
      if (!isFree(endpoint) && (await isBudgetUsedUp(models, book, person))) return undefined
      const counting: Promise<void>[] = []
      const over = book.begin()
      try {
        const answer = await embed(endpoint, texts, patience, signal)
        if (answer === "too-much") return answer
        createUsageCounter(counting, book, { endpoint, currency: models.currency, task: "embed", person })(
          answer.counted
        )
        return answer.vectors
      } catch (error) {
        const late = signal.reason instanceof DOMException && signal.reason.name === "TimeoutError"
        const code = late ? "model-silent" : error instanceof ModelError ? error.code : "unknown"
        if (late || !signal.aborted) countModelError("embed", endpoint.name, code)
        throw error
      } finally {
        void Promise.all(counting).finally(over)
      }
    },
    failed(error) {
      if (trouble === undefined) log.error("no-vectors", error, { model: endpoint.model })
      trouble = error instanceof ModelError ? error.message : "The vectors of passages could not be stored."
    },
    works() {
      if (trouble !== undefined) log.info("vectors-again", { model: endpoint.model })
      trouble = undefined
    },
    problem: () => trouble
  }
}
