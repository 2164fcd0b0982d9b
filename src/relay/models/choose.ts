import type { Drafter } from "../drafting/parts.ts"
import type { UsageBook } from "../usage/book.ts"
import { draftInOrder } from "./in-order.ts"
import type { Endpoint, ModelEndpoint, Models } from "./models.ts"
import { createModelDrafter } from "./openai-drafter.ts"
import type { ChatRequest } from "./stream.ts"

/** Those that the models' file or the environment names for drafts, in their order; where it is the offline drafter alone, that one. */
export function chooseDrafter(models: Models, offline: Drafter, book: UsageBook): Drafter {
  const order = models.tasks.draft
  if (order.every(({ kind }) => kind === "offline")) return offline
  const drafters = order.map((endpoint, at) => ({
    endpoint,
    drafter: endpoint.kind === "offline" ? offline : createModelDrafter({ ...connectionOf(endpoint, order.slice(at + 1)), name: endpoint.model, ...temperatureOf(endpoint) })
  }))
  return draftInOrder(drafters, models, book)
}

/**
 * How an endpoint is asked.
 * @param then who is asked if it fails: where there is another model, a server that asks for a longer pause isn't waited for
 */
export function connectionOf({ url, key, firstByteMs, idleMs, totalMs }: ModelEndpoint, then: Endpoint[] = []): Omit<ChatRequest, "body"> {
  const another = then.some(({ kind }) => kind !== "offline")
  return { baseUrl: url, apiKey: key, firstByteMs, idleMs, totalMs, ...(another ? { longestPauseMs: 1000, retries: 1 } : {}) }
}

function temperatureOf({ temperature }: ModelEndpoint): { temperature?: number } {
  return temperature === undefined ? {} : { temperature }
}
