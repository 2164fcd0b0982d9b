import { ModelError } from "./drafter/contract.ts"
import type { CountedTokens } from "./openai/chunk.ts"
import { connectionOf } from "./choose-model.ts"
import { embed } from "./openai/embeddings.ts"
import { rerank } from "./openai/rerank.ts"
import { silentTask, type ModelEndpoint, type Models } from "./endpoint/models.ts"
import { streamChat } from "./openai/stream-chat.ts"

/** How quickly an endpoint answers. */
export interface Measured {
  /** The time to the first text in milliseconds. */
  firstMs: number
  /** The tokens are counted by the server or otherwise estimated. It is undefined if the whole answer came at once. */
  tokensPerSecond: number | undefined
  /** The model takes no system message, so its text went into the first message of the user. */
  isWithoutSystem?: boolean
}

/** The first text may take this many milliseconds, because a local server may have to load the model first. */
export const FIRST_BYTE_MS = 120_000

/**
 * Measures an endpoint by what it is asked for: text, a vector, or an order of texts.
 * @throws ModelError; the signal's reason if aborted
 */
export function measureEndpoint(endpoint: ModelEndpoint, models: Models, signal: AbortSignal): Promise<Measured> {
  const task = silentTask(endpoint, models)
  return (task === "embed" ? measureVectors : task === "rerank" ? measureReranking : measure)(endpoint, signal)
}

/**
 * Asks for some twenty words in the shape of a draft, and reads them to the end. Nothing of a ticket is sent, and the usage is counted for
 * nobody.
 * @throws ModelError; the signal's reason if aborted
 */
async function measure(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Measured> {
  const body = {
    model: endpoint.model,
    ...(endpoint.temperature === undefined ? {} : { temperature: endpoint.temperature }),
    messages: [
      { role: "system", content: "You answer in one line, in English." },
      { role: "user", content: "Count from one to twenty, in words." }
    ],
    stream: true,
    stream_options: { include_usage: true }
  }
  const counts: CountedTokens[] = []
  const asked = performance.now()
  let first: number | undefined
  let last = asked
  let isWithoutSystem = false
  for await (const { text, sent } of streamChat(
    {
      ...connectionOf(endpoint),
      firstByteMs: FIRST_BYTE_MS,
      retries: 0,
      body: () => body,
      count: (counted) => void counts.push(counted)
    },
    signal
  )) {
    if (sent) isWithoutSystem = !sent.body.includes('"role":"system"')
    if (!text) continue
    last = performance.now()
    first ??= last
  }
  const seconds = (last - (first ?? last)) / 1000
  const tokens = counts[0]?.out ?? 0
  return {
    firstMs: Math.round((first ?? last) - asked),
    tokensPerSecond: seconds > 0.01 && tokens > 1 ? Math.round(tokens / seconds) : undefined,
    isWithoutSystem
  }
}

/**
 * Does the same for an embedding model, which answers all at once, with one short text.
 * @throws ModelError; the signal's reason if aborted
 */
async function measureVectors(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Measured> {
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

/**
 * Does the same for a re-ranking model, with two short texts.
 * @throws ModelError; the signal's reason if aborted
 */
async function measureReranking(endpoint: ModelEndpoint, signal: AbortSignal): Promise<Measured> {
  const task = { query: "When does the shop open?", texts: ["It opens at nine.", "Lamps are dimmed by a dial."] }
  const asked = performance.now()
  for (const shape of ["documents", "texts"] as const) {
    const answer = await rerank(endpoint, task, { shape, timeoutMs: FIRST_BYTE_MS }, signal)
    if (answer !== "other-shape") return { firstMs: Math.round(performance.now() - asked), tokensPerSecond: undefined }
  }
  throw new ModelError(
    "model-refused",
    "The server refuses to order two short texts: is this a re-ranking model?",
    false
  )
}
