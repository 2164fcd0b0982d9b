import { Counter, Gauge } from "prom-client"
import { noteError } from "./error-tally.ts"
import { beginAtZero, boundLabel, registry } from "./registry.ts"

const registers = [registry]

const errors = new Counter({
  name: "replywright_model_errors_total",
  help: "Failures of models by task, endpoint and kind, also those after which another model wrote.",
  labelNames: ["task", "endpoint", "code"],
  registers
})

const requests = new Counter({
  name: "replywright_model_requests_total",
  help: "Requests whose usage was counted, by task and endpoint.",
  labelNames: ["task", "endpoint"],
  registers
})

const tokens = new Counter({
  name: "replywright_model_tokens_total",
  help: "Tokens that models read (in) and wrote (out), by task and endpoint.",
  labelNames: ["task", "endpoint", "direction"],
  registers
})

const cost = new Counter({
  name: "replywright_model_cost_total",
  help: "What models cost, in the currency of models.yaml, by task and endpoint.",
  labelNames: ["task", "endpoint", "currency"],
  registers
})

const circuit = new Gauge({
  name: "replywright_model_circuit_open",
  help: "1 while a model that failed again and again isn't asked, 0.5 while one request tries it, else 0.",
  labelNames: ["endpoint"],
  registers
})

const running = new Gauge({
  name: "replywright_model_requests_running",
  help: "Requests to a model that are under way, by endpoint.",
  labelNames: ["endpoint"],
  registers
})

const waiting = new Gauge({
  name: "replywright_model_requests_waiting",
  help: "Requests that wait for a busy model, by endpoint.",
  labelNames: ["endpoint"],
  registers
})

const bound = boundLabel()

/**
 * Begins to count what a model does for a task, and how it fails.
 * @param codes the codes that its errors may have
 */
export function beginModelCounts(
  { task, endpoint: name, currency }: { task: string; endpoint: string; currency: string },
  codes: readonly string[]
): void {
  const labels = { task, endpoint: bound(name) }
  beginAtZero(
    errors,
    codes.map((code) => ({ ...labels, code }))
  )
  beginAtZero(requests, [labels])
  beginAtZero(tokens, [
    { ...labels, direction: "in" },
    { ...labels, direction: "out" }
  ])
  beginAtZero(cost, [{ ...labels, currency }])
}

/** Exposes whether a model is asked. */
export function setCircuitState(endpoint: string, state: "closed" | "open" | "trial"): void {
  circuit.set({ endpoint: bound(endpoint) }, state === "open" ? 1 : state === "trial" ? 0.5 : 0)
}

/** Exposes how many requests to a model are under way, and how many wait. */
export function setModelQueue(endpoint: string, underWay: number, behind: number): void {
  running.set({ endpoint: bound(endpoint) }, underWay)
  waiting.set({ endpoint: bound(endpoint) }, behind)
}

/** Counts a model's failure. `code` is that of a ModelError, or "unknown". */
export function countModelError(task: string, endpoint: string, code: string): void {
  errors.inc({ task, endpoint: bound(endpoint), code })
  noteError("model", code)
}

/** Counts the usage of one request. `cost` is in units of the currency. */
export function countModelUsage(used: {
  task: string
  endpoint: string
  in: number
  out: number
  cost: number
  currency: string
}): void {
  const labels = { task: used.task, endpoint: bound(used.endpoint) }
  requests.inc(labels)
  tokens.inc({ ...labels, direction: "in" }, used.in)
  tokens.inc({ ...labels, direction: "out" }, used.out)
  cost.inc({ ...labels, currency: used.currency }, used.cost)
}
