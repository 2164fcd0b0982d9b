import {
  DEFAULT_BUDGETS,
  OFFLINE,
  type Budgets,
  type Endpoint,
  type ModelEndpoint,
  type Models
} from "../../src/models/endpoint/models.ts"

/** Makes an endpoint as models.yaml may name it, with short timeouts. */
export function endpointOf(name: string, url: string, more: Partial<ModelEndpoint> = {}): ModelEndpoint {
  return {
    kind: "openai-compatible",
    name,
    url,
    model: `${name}-model`,
    price: { in: 0, out: 0 },
    firstByteMs: 1000,
    idleMs: 1000,
    totalMs: 5000,
    ...more
  }
}

/** Makes models with these endpoints for drafts, in this order. Nobody verifies what they write. */
export function modelsOf(draft: Endpoint[], budgets: Partial<Budgets> = {}): Models {
  return {
    file: undefined,
    endpoints: draft.filter(({ kind }) => kind !== "offline"),
    tasks: { draft, summary: [OFFLINE], tone: [], verify: [OFFLINE] },
    currency: "EUR",
    budgets: { ...DEFAULT_BUDGETS, ...budgets }
  }
}
