import type { ModelEndpoint } from "../endpoint/models.ts"
import { openaiClient } from "./openai-client.ts"
import { silentModelFailure } from "./silent-model.ts"

/** What a server answered: something to read, or a status with which it refuses this request. */
export type JsonAnswer = { answer: unknown; refusedWith?: undefined } | { refusedWith: number }

/**
 * The statuses by which a server says that it doesn't take such a request: bad request, no such address or method, too
 * much, not processable, no such model behind it (424, Text Embeddings Inference), not implemented (501, vLLM).
 */
export const REFUSALS: readonly number[] = [400, 404, 405, 413, 422, 424, 501]

/**
 * Sends JSON to a full address and reads the answer. What is busy is asked again, as far as `timeoutMs` and `signal`
 * allow it.
 * @param what names the model in errors: "verifying"
 * @param timeoutMs for one attempt
 * @throws ModelError if it fails otherwise than by a refusal; the signal's reason if aborted
 */
export async function postJson(
  { url, key }: Pick<ModelEndpoint, "url" | "key">,
  { address, body, what, timeoutMs }: { address: string; body: object; what: string; timeoutMs: number },
  signal: AbortSignal
): Promise<JsonAnswer> {
  const client = await openaiClient({ baseUrl: url, apiKey: key }, { timeout: timeoutMs, maxRetries: RETRIES })
  try {
    return { answer: await client.post(address, { body, signal }) }
  } catch (error) {
    signal.throwIfAborted()
    const { APIError } = await import("openai")
    const status = error instanceof APIError ? error.status : undefined
    if (status !== undefined && REFUSALS.includes(status)) return { refusedWith: status }
    const failure = await silentModelFailure(what, error, url, timeoutMs)
    failure.status = status
    throw failure
  }
}

const RETRIES = 1
