import { setTimeout as pause } from "node:timers/promises"
import { sql, type Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import { type EmbedPatience, embed } from "../../models/openai/embeddings.ts"
import { takeJobLease } from "../../storage/job-lease.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"
import { indexVectors, preparePgvector } from "./pgvector.ts"
import {
  dropStaleVectors,
  storeVectors,
  passagesWithoutVector,
  type VectorStorage,
  type PassageToEmbed
} from "./vector-store.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { countModelError } from "../../runtime/metrics/model-metrics.ts"
import { ModelError } from "../../models/drafter/contract.ts"
import { createUsageCounter, isStoppedBy, reachedLimit } from "../../models/count-usage.ts"
import { type ModelEndpoint, type Models } from "../../models/endpoint/models.ts"
import type { UsageBook } from "../../models/usage/usage-book.ts"

export interface EmbedderTiming {
  /** The time between two checks for new passages from an import, in milliseconds. */
  look: number
  /** The time before a failed attempt is repeated, in milliseconds. */
  again: number
}
export interface EmbedderParts {
  db: Kysely<Schema>
  /** The same database for signs of life. */
  signs: Kysely<Schema>
  /** The embedding model's name. */
  model: string
  asker: EmbeddingClient
  patience: EmbedPatience
  log: Log
  timing: EmbedderTiming
}

/**
 * Gives every public passage an embedding: at the start those without one, and again after each import of any process.
 * Only one relay at a time does so. Finished batches are kept, so that another relay continues from there.
 */
export function startEmbedder(parts: EmbedderParts): { stop(): Promise<void> } {
  const { log } = parts
  const stop = new AbortController()
  const working = asLongWork(() => keepEmbedding(parts, stop.signal)).catch(
    (error: unknown) => stop.signal.aborted || log.error("embedder", error)
  )
  return {
    async stop() {
      stop.abort(new DOMException("The relay is going down.", "AbortError"))
      await working
    }
  }
}

async function keepEmbedding(parts: EmbedderParts, signal: AbortSignal): Promise<void> {
  const { db, asker, timing } = parts
  let done: string | undefined
  while (!signal.aborted) {
    let wait = timing.look
    try {
      const now = await lastChange(db)
      if (now !== done && (await embedMissing(parts, signal))) {
        asker.works()
        done = now
      }
    } catch (error) {
      if (signal.aborted) return
      asker.failed(error)
      wait = timing.again
    }
    await pause(wait, undefined, { signal, ref: false })
  }
}

/**
 * Embeds all passages that lack an embedding. @returns false if another relay does it, which may still stop before it
 * is finished
 */
async function embedMissing(parts: EmbedderParts, signal: AbortSignal): Promise<boolean> {
  const { db, signs, model, log } = parts
  const lease = await takeJobLease("embedder", { db, signs, log })
  if (!lease) return false
  try {
    const form: VectorStorage = { pgvector: await preparePgvector(db) }
    let length: number | undefined
    for (;;) {
      const passages = await passagesWithoutVector(db, model, form, BATCH)
      if (passages.length === 0) return true
      const vectors = await vectorsOf(passages, parts, signal)
      lease.signal.throwIfAborted()
      const first = vectors.find((vector) => vector !== null)?.length
      if (first !== undefined && first !== length) {
        length = first
        await dropStaleVectors(db, model, first)
        if (form.pgvector) await indexVectors(db, model, first)
      }
      await storeVectors(db, model, form, passages, vectors)
      signal.throwIfAborted()
    }
  } finally {
    await lease.end()
  }
}

/**
 * Embeds passages, and halves a batch that is too large for the server. The result is null for a passage that it
 * refuses on its own.
 */
async function vectorsOf(
  passages: PassageToEmbed[],
  parts: EmbedderParts,
  signal: AbortSignal
): Promise<(Float32Array | null)[]> {
  const texts = passages.map(({ text }) => text)
  const vectors = await parts.asker.embed(texts, parts.patience, signal)
  if (vectors !== undefined && vectors !== "too-much") return vectors
  if (passages.length === 1) return [null]
  const half = Math.ceil(passages.length / 2)
  const first = await vectorsOf(passages.slice(0, half), parts, signal)
  return [...first, ...(await vectorsOf(passages.slice(half), parts, signal))]
}

/** One request holds this many texts. */
const BATCH = 64

/** Returns a value that changes after each finished import, of any process, and after a source was removed. */
async function lastChange(db: Kysely<Schema>): Promise<string> {
  const { rows } = await sql<{
    change: string
  }>`select concat(count(*), ' ', max(ended_at)) as change from imports`.execute(db)
  return rows[0]?.change ?? ""
}

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
      if (isStoppedBy(await reachedLimit(models, book, person), endpoint)) return undefined
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
