import { Counter } from "prom-client"
import { boundLabel, registry } from "./registry.ts"

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

const bound = boundLabel()

/** Counts a model's failure. `code` is that of a ModelError, or "unknown". */
export function countModelError(task: string, endpoint: string, code: string): void {
  errors.inc({ task, endpoint: bound(endpoint), code })
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
