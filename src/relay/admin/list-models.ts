import type { ModelsAnswer, TestAnswer } from "../../protocol/admin.ts"
import { ModelError } from "../../models/drafter/contract.ts"
import type { VectorState } from "../../search/vectors/vectors.ts"
import { measureEndpoint } from "../../models/measure.ts"
import { OFFLINE, TASKS, type Endpoint, type Models } from "../../models/endpoint/models.ts"
import { seconds } from "../../models/openai/request-watch.ts"
import { Problem } from "../../runtime/problem.ts"

/**
 * Returns the configured models without keys. Of an address only the host is given, because some addresses hold a key.
 */
export function listedModels(
  { file, currency, endpoints, tasks, embed, rerank }: Models,
  vectors?: VectorState
): ModelsAnswer {
  const declared = endpoints.filter(({ kind }) => kind !== "offline")
  return {
    from: file === undefined ? "environment" : "file",
    currency,
    models: [...declared, OFFLINE].map((endpoint) => ({
      name: endpoint.name,
      kind: endpoint.kind,
      ...(endpoint.kind === "offline"
        ? {}
        : { model: endpoint.model, host: new URL(endpoint.url).host, price: endpoint.price }),
      tasks: [
        ...TASKS.flatMap((task) => placesOf(endpoint, tasks[task]).map((place) => ({ task, place }))),
        ...(endpoint === embed ? [{ task: "embed", place: 1 }] : []),
        ...(endpoint === rerank ? [{ task: "rerank", place: 1 }] : [])
      ]
    })),
    ...(vectors && { vectors })
  }
}

/**
 * Asks a model for some twenty words. It gives up after 25 seconds, because a browser's worker waits no longer for an
 * answer.
 * @throws Problem 404 "no-model", or the signal's reason if it is aborted
 */
export async function testModel(models: Models, name: string, signal: AbortSignal): Promise<TestAnswer> {
  const endpoint = models.endpoints.find((one) => one.name === name)
  if (endpoint?.kind !== "openai-compatible")
    throw new Problem(404, "no-model", "The relay asks no model of this name: reload the list.")
  const patience = AbortSignal.timeout(PATIENCE_MS)
  try {
    const { firstMs, tokensPerSecond = null } = await measureEndpoint(
      endpoint,
      models,
      AbortSignal.any([signal, patience])
    )
    return { works: true, firstMs, tokensPerSecond }
  } catch (error) {
    if (error instanceof ModelError) return { works: false, code: error.code, message: error.message }
    if (!patience.aborted || signal.aborted) throw error
    return {
      works: false,
      code: "model-silent",
      message: `The model was not done after ${seconds(PATIENCE_MS)}. A local server may still be loading it: test it again in a minute.`
    }
  }
}

const PATIENCE_MS = 25_000

/** The model's place in the order in which models are asked, from 1. It is absent if the model isn't asked. */
function placesOf({ kind, name }: Endpoint, order: Endpoint[]): number[] {
  const at = order.findIndex((one) => (kind === "offline" ? one.kind === kind : one.name === name))
  return at === -1 ? [] : [at + 1]
}
