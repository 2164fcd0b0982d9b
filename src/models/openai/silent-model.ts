import { ModelError } from "../drafter/contract.ts"
import { chatUrl } from "./address.ts"
import type { CountedTokens } from "./chunk.ts"
import { failureOfAnswer, lastingReason, notAnApi } from "./request-failure.ts"
import { seconds } from "./request-watch.ts"

/** What embedding and re-ranking models have in common: they answer at once, with figures. */

/**
 * Words the failure of a request to such a model.
 * @param what names the model: "embedding" or "re-ranking"
 */
export async function silentModelFailure(
  what: string,
  error: unknown,
  url: string,
  timeoutMs: number
): Promise<ModelError> {
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

/** Returns the tokens that the server reports or, without a report, an estimate by the texts that it was sent. */
export function countedFor(
  usage: { prompt_tokens?: number | undefined; total_tokens?: number | undefined } | null | undefined,
  bytes: number
): CountedTokens {
  const reported = usage?.prompt_tokens ?? usage?.total_tokens
  return { in: reported ?? Math.ceil(bytes / BYTES_A_TOKEN), out: 0, estimated: reported === undefined }
}

/** The estimate is the same as in `read-answer.ts`. */
const BYTES_A_TOKEN = 4
