import type { Drafter, Verifier, Summariser, ToneReader } from "./drafter/contract.ts"
import type { UsageBook } from "./usage/usage-book.ts"
import { createModelTraffic } from "./traffic/model-traffic.ts"
import {
  drafterWithFallback,
  verifierWithFallback,
  summariserWithFallback,
  toneReaderWithFallback,
  type OrderedModel
} from "./fallback-order.ts"
import { verifyingEndpoints, type Endpoint, type ModelEndpoint, type Models } from "./endpoint/models.ts"
import { createModelDrafter, type ModelSettings } from "./openai/openai-drafter.ts"
import { createModelSummariser } from "./openai/openai-summariser.ts"
import { createModelToneReader } from "./openai/openai-tone.ts"
import type { ChatRequest } from "./openai/stream-chat.ts"
import { createEndpointVerifier } from "./verifying/endpoint-verifier.ts"

/**
 * Returns the drafter for the endpoints that the models' file or the environment names for drafts, in their order. If
 * only the offline drafter is named, it is returned itself.
 */
export function chooseDrafter(
  models: Models,
  offline: Drafter,
  book: UsageBook,
  traffic = createModelTraffic(models)
): Drafter {
  const order = placed(models.tasks.draft, offline, createModelDrafter)
  return order ? drafterWithFallback(order, { models, book, traffic }) : offline
}

/**
 * Returns what answers the agent's own questions: the models for drafts in their order, without the offline drafter, which
 * writes letters only. Undefined if there is none.
 */
export function chooseAnswerer(
  models: Models,
  book: UsageBook,
  traffic = createModelTraffic(models)
): Drafter | undefined {
  const order = models.tasks.draft.filter((endpoint) => endpoint.kind !== "offline")
  const answerers = order.map((endpoint, at) => ({
    endpoint,
    worker: createModelDrafter(settingsOf(endpoint, order.slice(at + 1)))
  }))
  return answerers.length > 0 ? drafterWithFallback(answerers, { models, book, traffic }) : undefined
}

/** Does the same for summaries. */
export function chooseSummariser(
  models: Models,
  offline: Summariser,
  book: UsageBook,
  traffic = createModelTraffic(models)
): Summariser {
  const order = placed(models.tasks.summary, offline, createModelSummariser)
  return order ? summariserWithFallback(order, { models, book, traffic }) : offline
}

/**
 * Returns what verifies letters, rewrites and replies, or undefined if there is nothing. Where the models' file names no
 * model for it, the models for drafts verify, in a request of their own that doesn't say who wrote. A small one, which
 * gets the short prompt, isn't trusted with that unless it is named. Naming the offline drafter alone switches it off.
 */
export function chooseVerifier(
  models: Models,
  book: UsageBook,
  traffic = createModelTraffic(models)
): Verifier | undefined {
  const order = ofModels(verifyingEndpoints(models), (settings, endpoint) => createEndpointVerifier(endpoint, settings))
  return order.length > 0 ? verifierWithFallback(order, { models, book, traffic }) : undefined
}

/** Returns what reads the tone of replies, or undefined if the models' file names no model for it. */
export function chooseToneReader(
  models: Models,
  book: UsageBook,
  traffic = createModelTraffic(models)
): ToneReader | undefined {
  const order = ofModels(models.tasks.tone, createModelToneReader)
  return order.length > 0 ? toneReaderWithFallback(order, { models, book, traffic }) : undefined
}

/** Leaves the offline drafter out of an order. */
const ofModels = <Worker>(
  order: Endpoint[],
  ofModel: (settings: ModelSettings, endpoint: ModelEndpoint) => Worker
): OrderedModel<Worker>[] =>
  order.flatMap((endpoint, at) =>
    endpoint.kind === "offline"
      ? []
      : [{ endpoint, worker: ofModel(settingsOf(endpoint, order.slice(at + 1)), endpoint) }]
  )

function placed<Worker>(
  order: Endpoint[],
  offline: Worker,
  ofModel: (settings: ModelSettings) => Worker
): OrderedModel<Worker>[] | undefined {
  if (order.every(({ kind }) => kind === "offline")) return undefined
  return order.map((endpoint, at) => ({
    endpoint,
    worker: endpoint.kind === "offline" ? offline : ofModel(settingsOf(endpoint, order.slice(at + 1)))
  }))
}

/** Returns the settings for an endpoint: see `connectionOf`. */
export function settingsOf(endpoint: ModelEndpoint, then: Endpoint[] = []): ModelSettings {
  const { model, temperature, isShort } = endpoint
  return {
    ...connectionOf(endpoint, then),
    name: model,
    ...(temperature === undefined ? {} : { temperature }),
    ...(isShort === undefined ? {} : { isShort })
  }
}

/**
 * Returns the connection settings for an endpoint.
 * @param then the endpoints that follow if it fails; if another model follows, a longer pause that the server asks for
 * isn't waited for
 */
export function connectionOf(
  { url, key, firstByteMs, idleMs, totalMs }: ModelEndpoint,
  then: Endpoint[] = []
): Omit<ChatRequest, "body" | "count"> {
  const another = then.some(({ kind }) => kind !== "offline")
  return {
    baseUrl: url,
    apiKey: key,
    firstByteMs,
    idleMs,
    totalMs,
    ...(another ? { longestPauseMs: 1000, retries: 1 } : {})
  }
}
