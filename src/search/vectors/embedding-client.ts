import type { PairedPerson } from "../../protocol/relay.ts"
import type { Log } from "../../runtime/log.ts"
import { ModelError } from "../../models/drafter/contract.ts"
import { embed, type EmbedPatience } from "../../models/openai/embeddings.ts"
import { createUsageCounter, isBudgetUsedUp } from "../../models/count-usage.ts"
import { isFree, type ModelEndpoint, type Models } from "../../models/endpoint/models.ts"
import type { UsageBook } from "../../models/usage/usage-book.ts"

/** Asks the embedding model, counts what it took, and knows whether it works. */
export interface EmbeddingClient {
  /**
   * @param person whose budget it is; undefined: the relay's own work
   * @returns undefined where this person's money is used up
   * @throws ModelError; the signal's reason when aborted
   */
  embed(
    texts: string[],
    patience: EmbedPatience,
    signal: AbortSignal,
    person?: PairedPerson
  ): Promise<Float32Array[] | "too-much" | undefined>
  /** Notes what became of it: the log hears once when it stops to work, and once when it works again. */
  failed(error: unknown): void
  works(): void
  /** Why pages are found without vectors now, a sentence; undefined: they aren't. */
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
