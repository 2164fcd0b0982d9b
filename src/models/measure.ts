import { ModelError } from "./drafter/contract.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import { connectionOf } from "./choose-model.ts"
import { embed } from "./openai/embeddings.ts"
import type { ModelEndpoint } from "./endpoint/models.ts"
import { streamChat } from "./openai/stream-chat.ts"

/** How quickly an endpoint answers. */
export interface Measured {
  /** Milliseconds to the first text. */
  firstMs: number
  /** By the server's count, else by the estimate; undefined where all came at once. */
  tokensPerSecond: number | undefined
}

/** Milliseconds to the first text: a local server may load the model first. */
const FIRST_BYTE_MS = 120_000

/**
 * Asks for some twenty words and reads them to their end. Nothing of a ticket goes out, and nothing is counted for
 * anybody.
 * @throws ModelError; the signal's reason when aborted
 */
export async function measure(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Measured> {
  const body = {
    model: endpoint.model,
    messages: [{ role: "user", content: "Count from one to twenty, in words." }],
    stream: true,
    stream_options: { include_usage: true }
  }
  const counts: CountedTokens[] = []
  const asked = performance.now()
  let first: number | undefined
  let last = asked
  for await (const { text } of streamChat(
    {
      ...connectionOf(endpoint),
      firstByteMs: FIRST_BYTE_MS,
      retries: 0,
      body,
      count: (counted) => void counts.push(counted)
    },
    signal
  )) {
    if (!text) continue
    last = performance.now()
    first ??= last
  }
  const seconds = (last - (first ?? last)) / 1000
  const tokens = counts[0]?.out ?? 0
  return {
    firstMs: Math.round((first ?? last) - asked),
    tokensPerSecond: seconds > 0.01 && tokens > 1 ? Math.round(tokens / seconds) : undefined
  }
}

/**
 * The same of an embedding model, which answers all at once: one short text.
 * @throws ModelError; the signal's reason when aborted
 */
export async function measureVectors(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Measured> {
  const asked = performance.now()
  const answer = await embed(endpoint, ["A short text."], { timeoutMs: FIRST_BYTE_MS, retries: 0 }, signal)
  if (answer === "too-much")
    throw new ModelError(
      "model-refused",
      "The server refuses to make a vector of a short text: is this an embedding model?",
      false
    )
  return { firstMs: Math.round(performance.now() - asked), tokensPerSecond: undefined }
}
