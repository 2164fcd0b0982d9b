import type { ModelEndpoint } from "../endpoint/models.ts"
import { askSilentModel, type SilentAnswer } from "./silent-model.ts"

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
export function postJson(
  endpoint: Pick<ModelEndpoint, "url" | "key">,
  { address, body, what, timeoutMs }: { address: string; body: object; what: string; timeoutMs: number },
  signal: AbortSignal
): Promise<SilentAnswer> {
  const patience = { what, timeoutMs, retries: RETRIES, refusals: REFUSALS }
  return askSilentModel(endpoint, (client) => client.post(address, { body, signal }), patience, signal)
}

const RETRIES = 1
