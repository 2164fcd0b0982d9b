import * as z from "zod/mini"
import type { CountedTokens } from "./chunk.ts"
import type { ModelEndpoint } from "../endpoint/models.ts"
import { askSilentModel, countedFor, reportedUsage, unusableAnswer } from "./silent-model.ts"

export interface Embedded {
  /** There is one vector for each text. All have length 1 and the same number of dimensions. */
  vectors: Float32Array[]
  counted: CountedTokens
}

export interface EmbedPatience {
  /** One attempt may take this many milliseconds. */
  timeoutMs: number
  /** The number of further attempts after a temporary failure. A pause that the server names is respected. */
  retries: number
}

/**
 * Requests the embeddings of these texts from an endpoint.
 * @returns "too-much" if the server refuses these texts because of their length or number
 * @throws ModelError; the signal's reason if aborted
 */
export async function embed(
  endpoint: Pick<ModelEndpoint, "url" | "key" | "model">,
  texts: string[],
  { timeoutMs, retries }: EmbedPatience,
  signal: AbortSignal
): Promise<Embedded | "too-much"> {
  // The format is numbers, because many servers support no other.
  const body = { model: endpoint.model, input: texts, encoding_format: "float" } as const
  const reply = await askSilentModel(
    endpoint,
    (client) => client.embeddings.create(body, { signal }),
    { what: "embedding", timeoutMs, retries, refusals: TOO_MUCH },
    signal
  )
  return reply.refusedWith === undefined ? read(reply.answer, texts) : "too-much"
}

/** A server refuses a text with one of these statuses: bad request, too large, or not processable. */
const TOO_MUCH: readonly number[] = [400, 413, 422]

const shape = z.object({
  data: z.array(z.object({ index: z.optional(z.number()), embedding: z.array(z.number()) })),
  usage: reportedUsage
})

function read(answer: unknown, texts: string[]): Embedded {
  const parsed = shape.safeParse(answer)
  if (!parsed.success) throw bad("holds no vectors")
  const { data, usage } = parsed.data
  if (data.length !== texts.length) throw bad(`holds ${data.length} vectors for ${texts.length} texts`)
  const inOrder = data.every(({ index }) => index !== undefined)
    ? data.toSorted((a, b) => (a.index ?? 0) - (b.index ?? 0))
    : data
  const sizes = new Set(inOrder.map(({ embedding }) => embedding.length))
  if (sizes.size !== 1 || sizes.has(0)) throw bad("holds vectors of different lengths, or empty ones")
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  return {
    vectors: inOrder.map(({ embedding }) => unit(embedding)),
    counted: countedFor(usage, bytes)
  }
}

function unit(numbers: number[]): Float32Array {
  const length = Math.hypot(...numbers)
  if (!Number.isFinite(length) || length === 0) throw bad("holds a vector that points nowhere")
  return Float32Array.from(numbers, (number) => number / length)
}

const bad = (fault: string) => unusableAnswer("embedding", fault)
