import type OpenAI from "openai"
import * as z from "zod/mini"
import { ModelError } from "../drafter/contract.ts"
import { requireModelsOn } from "../../runtime/scope/request-scope.ts"
import type { ModelEndpoint } from "../endpoint/models.ts"
import { chatUrl, isAzure } from "./address.ts"
import type { CountedTokens } from "./chunk.ts"
import { failureOfAnswer, lastingReason, notAnApi } from "./request-failure.ts"
import { seconds } from "./request-watch.ts"

/** What embedding, re-ranking and verifying models have in common: they answer at once, with figures. */

/** What such a server answered: something to read, or a status with which it refuses this request. */
type SilentAnswer = { answer: unknown; refusedWith?: undefined } | { refusedWith: number }

export interface SilentPatience {
  /** Names the model in errors: "embedding", "re-ranking" or "verifying". */
  what: string
  /** One attempt may take this many milliseconds. */
  timeoutMs: number
  /** The number of further attempts after a temporary failure. A pause that the server names is respected. */
  retries: number
  /** The statuses by which the server refuses this request. Any other failure is an error. */
  refusals: readonly number[]
}

/**
 * Asks such a model.
 * @param send makes the request
 * @throws ModelError; the signal's reason if aborted
 */
export async function askSilentModel(
  { url, key }: Pick<ModelEndpoint, "url" | "key">,
  send: (client: OpenAI) => PromiseLike<unknown>,
  { what, timeoutMs, retries, refusals }: SilentPatience,
  signal: AbortSignal
): Promise<SilentAnswer> {
  const client = await openaiClient({ baseUrl: url, apiKey: key }, { timeout: timeoutMs, maxRetries: retries })
  try {
    return { answer: await send(client) }
  } catch (error) {
    signal.throwIfAborted()
    const { APIError } = await import("openai")
    const status = error instanceof APIError ? error.status : undefined
    if (status !== undefined && refusals.includes(status)) return { refusedWith: status }
    throw await silentModelFailure(what, error, url, timeoutMs)
  }
}

/** Words the failure of a request to such a model. */
async function silentModelFailure(what: string, error: unknown, url: string, timeoutMs: number): Promise<ModelError> {
  const { APIConnectionError, APIError } = await import("openai")
  // If a body breaks off, fetch throws a TypeError.
  if (error instanceof APIConnectionError || error instanceof TypeError) {
    const lasting = lastingReason(error)
    const why =
      lasting !== undefined
        ? `can't be reached: ${lasting}`
        : /timed? ?out/i.test(error.message)
          ? `said nothing for ${seconds(timeoutMs)}`
          : "can't be reached, or breaks the connection"
    return new ModelError("model-unreachable", `The ${what} model's server at ${chatUrl(url).host} ${why}.`, true, {
      cause: error
    })
  }
  if (error instanceof APIError && error.status !== undefined)
    return failureOfAnswer(error.status, Object.fromEntries(error.headers ?? []), bodyOf(error)).error
  return error instanceof ModelError ? error : notAnApi()
}

/** Returns the body of an error as far as the package has kept it. */
export const bodyOf = ({ error }: { error: unknown }): string => (error === undefined ? "" : JSON.stringify({ error }))

/** @param fault continues the sentence: "holds no vectors" */
export const unusableAnswer = (what: string, fault: string): ModelError =>
  new ModelError("model-bad-answer", `The ${what} model's answer can't be used: it ${fault}.`, true)

/**
 * Returns the error for a request that the server refuses.
 * @param thing what it refuses: "these pairs"
 */
export function refusedRequest(what: string, thing: string, status: number): ModelError {
  const error = new ModelError("model-refused", `The ${what} model's server refuses ${thing} (${status}).`, false)
  error.status = status
  return error
}

/** The usage as such servers report it, if they do. */
export const reportedUsage = z.nullish(
  z.object({ prompt_tokens: z.optional(z.number()), total_tokens: z.optional(z.number()) })
)

/** Returns the tokens that the server reports or, without a report, an estimate by the texts that it was sent. */
export function countedFor(usage: z.infer<typeof reportedUsage>, bytes: number): CountedTokens {
  const reported = usage?.prompt_tokens ?? usage?.total_tokens
  return { in: reported ?? Math.ceil(bytes / BYTES_A_TOKEN), out: 0, estimated: reported === undefined }
}

/** The estimate is the same as in `read-answer.ts`. */
const BYTES_A_TOKEN = 4

/**
 * Creates the client of the openai package, which is used for everything except streamed text. It requests the address
 * as given, follows no redirect and logs nothing. The package is loaded by the first call, because it is a megabyte that most relays
 * never need.
 * @throws ModelError if the address is invalid
 */
export async function openaiClient(
  { baseUrl, apiKey }: { baseUrl: string; apiKey?: string | undefined },
  patience: { timeout: number; maxRetries: number }
): Promise<OpenAI> {
  requireModelsOn()
  const { default: Client } = await import("openai")
  const chat = chatUrl(baseUrl)
  return new Client({
    baseURL: chat.origin + chat.pathname.replace(/\/chat\/completions$/, ""),
    // The package requires a key. A server without keys ignores it.
    apiKey: apiKey || "none",
    organization: null,
    project: null,
    defaultQuery: Object.fromEntries(chat.searchParams),
    defaultHeaders: {
      ...(apiKey ? {} : { authorization: null }),
      ...(apiKey && isAzure(chat) ? { "api-key": apiKey } : {})
    },
    fetchOptions: { redirect: "manual" },
    ...patience,
    logLevel: "off"
  })
}

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
