import { sql, type Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { areModelsOff } from "../../runtime/scope/request-scope.ts"
import type { Log } from "../../runtime/log.ts"
import type { Models } from "../../models/endpoint/models.ts"
import type { Schema } from "../../storage/schema.ts"
import type { UsageBook } from "../../models/usage/usage-book.ts"
import { createEmbeddingClient, type EmbeddingClient, startEmbedder, type EmbedderTiming } from "./embedder.ts"
import { hasPgvector } from "./pgvector.ts"
import { countVectors, createVectorSimilarity, type VectorSimilarity } from "./vector-store.ts"
import { newlyWrittenText, writtenByCustomer } from "../query/query.ts"

/** Finds pages by their embeddings. If anything in it fails, pages are found without it. */
export interface Vectors {
  /** The fingerprint is part of the pipeline version. */
  fingerprint: string
  /** Requests the query's embedding while the search continues. It never throws. */
  ask(ticket: MaskedTicket, person: PairedPerson, signal: AbortSignal): VectorSimilarity
  state(): Promise<VectorState>
  close(): Promise<void>
}
export interface VectorState {
  model: string
  /** The numbers of public passages and of those with an embedding. */
  of: number
  done: number
  /** A sentence about the problem, or null if the model works. */
  trouble: string | null
}

export interface VectorsTiming extends EmbedderTiming {
  /** A search waits this many milliseconds for the query's embedding. */
  query: number
  /** After a timeout, the model isn't asked again for this many milliseconds. */
  rest: number
}
const TIMING: VectorsTiming = { look: 30_000, again: 300_000, query: 400, rest: 30_000 }

/**
 * Creates the search by embeddings. `signs` is the same database for signs of life.
 * @returns undefined if no embedding model is configured, so that nothing is requested or stored
 */
export function createVectors(
  db: Kysely<Schema>,
  models: Models,
  book: UsageBook,
  log: Log,
  { signs = db, ...timing }: Partial<VectorsTiming> & { signs?: Kysely<Schema> } = {}
): Vectors | undefined {
  const { embed: endpoint } = models
  if (!endpoint) return undefined
  const { model } = endpoint
  const times = { ...TIMING, ...timing }
  const client = createEmbeddingClient(endpoint, models, book, log)
  const embedder = startEmbedder({
    db,
    signs,
    model,
    asker: client,
    patience: { timeoutMs: endpoint.firstByteMs, retries: 2 },
    log,
    timing: times
  })
  const asker = createQueryAsker({ db, model, client, log, times })

  return {
    fingerprint: `embed ${model}`,
    ask(ticket, person, signal) {
      const without = (error: unknown) => void log.error("query-without-vector", error, { model })
      const similar = createVectorSimilarity(
        db,
        model,
        () => hasPgvector(db),
        asker.vectorOf(embeddingTextOf(ticket), signal, person).catch(without)
      )
      // pgvector throws if the query's vector has another length than the stored ones.
      return { join: async (scope, candidates) => (await similar.join(scope, candidates).catch(without)) ?? candidates }
    },
    state: async () => ({ model, ...(await countVectors(db, model)), trouble: client.problem() ?? null }),
    close: () => embedder.stop()
  }
}

interface QueryAskerParts {
  db: Kysely<Schema>
  model: string
  client: EmbeddingClient
  log: Log
  times: VectorsTiming
}

/** Embeds queries. After a failure, the model rests for a while. */
function createQueryAsker({ db, model, client, log, times }: QueryAskerParts) {
  let restUntil = 0
  const hasVectors = async () => {
    const { rows } = await sql`select 1 from passage_vectors where model = ${model} limit 1`.execute(db)
    return rows.length > 0
  }
  return {
    /** Resolves to undefined if there is nothing to compare, or the model doesn't answer in time. */
    async vectorOf(text: string, signal: AbortSignal, person: PairedPerson): Promise<Float32Array | undefined> {
      if (areModelsOff() || text === "" || performance.now() < restUntil || !(await hasVectors())) return undefined
      const timeout = AbortSignal.timeout(times.query)
      const patience = { timeoutMs: times.query, retries: 0 }
      try {
        const vectors = await client.embed([text], patience, AbortSignal.any([signal, timeout]), person)
        return vectors === "too-much" ? undefined : vectors?.[0]
      } catch (error) {
        if (signal.aborted) return undefined
        restUntil = performance.now() + times.rest
        log.warn("query-without-vector", {
          model,
          reason: timeout.aborted ? "too slow" : error instanceof Error ? error.name : ""
        })
        return undefined
      }
    }
  }
}

/**
 * Returns the part of a ticket that an embedding model receives: the subject and the customer's own newest messages,
 * masked as the relay has them, without placeholders and quoted mail.
 */
export function embeddingTextOf(ticket: MaskedTicket): string {
  return [newlyWrittenText(ticket.subject), ...writtenByCustomer(ticket).toReversed()]
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .join("\n")
    .slice(0, LONGEST)
}

/** The limit is in characters. An older message is left out if the newer ones are long. */
const LONGEST = 1_500
