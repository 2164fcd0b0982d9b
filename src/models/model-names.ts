import { APIConnectionError, APIError } from "openai"
import { ModelError } from "./drafter/contract.ts"
import { chatUrl } from "./openai/address.ts"
import { failureOfAnswer, failureOfConnection, lastingReason, notAnApi } from "./openai/request-failure.ts"
import { openaiClient } from "./openai/openai-client.ts"
import { bodyOf } from "./openai/silent-model.ts"
import { seconds } from "./openai/request-watch.ts"

/** Returns the names of a server's models, safe for a terminal, or undefined if the server has no list. */
export async function modelNamesOf(
  model: { baseUrl: string; apiKey?: string | undefined },
  signal: AbortSignal
): Promise<string[] | undefined> {
  const chat = chatUrl(model.baseUrl)
  const client = await openaiClient(model, { timeout: LIST_MS, maxRetries: 0 })
  try {
    const names: string[] = []
    for (const entry of (await client.models.list({ signal })).data ?? [])
      if (typeof entry?.id === "string") names.push(terminalSafe(entry.id))
    return names.sort()
  } catch (error) {
    signal.throwIfAborted()
    return noList(error, chat)
  }
}

function noList(error: unknown, chat: URL): undefined {
  if (error instanceof APIConnectionError) {
    if (lastingReason(error) !== undefined) throw failureOfConnection(error, chat).error
    const why = /timed? ?out/i.test(error.message) ? `said nothing for ${seconds(LIST_MS)}` : "can't be reached"
    throw new ModelError(
      "model-unreachable",
      `The model's server at ${chat.host} ${why}. Is it running, and is its address right?`,
      true,
      { cause: error }
    )
  }
  // A gateway may have no list and still answer. The test that follows will show it.
  if (error instanceof APIError && error.status !== undefined && error.status !== 401 && error.status !== 403)
    return undefined
  if (error instanceof APIError && error.status) throw failureOfAnswer(error.status, {}, bodyOf(error)).error
  throw notAnApi()
}

/** The list may take this many milliseconds. */
const LIST_MS = 10_000

/** Removes characters that could control a terminal. */
export function terminalSafe(name: string): string {
  return name.replace(/\p{C}/gu, "").slice(0, 200)
}
