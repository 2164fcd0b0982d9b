import { Counter, Gauge, Histogram } from "prom-client"
import { beginAtZero, registry, SHORT_SECONDS } from "./registry.ts"

const registers = [registry]

const requests = new Counter({
  name: "replywright_http_requests_total",
  help: "Answered requests by method, route and status. A route is its pattern, never an address.",
  labelNames: ["method", "route", "status"],
  registers
})

const duration = new Histogram({
  name: "replywright_http_request_duration_seconds",
  help: "Time until an answer was complete, or its client gone. A stream lasts as long as its draft.",
  labelNames: ["method", "route"],
  buckets: SHORT_SECONDS,
  registers
})

const streams = new Gauge({
  name: "replywright_streams_open",
  help: "Event streams that browsers read at this moment.",
  registers
})

/** A request as it is counted. `route` is a described pattern such as `/v1/drafts/:id/upstream`, or "other". */
export interface CountedRequest {
  method: string
  route: string
  status: number
  seconds: number
}

/** What a route answers if the fault is the relay's, its model's, its database's or its disk's. */
const FAULTS = ["500", "502", "503", "504", "507"]

/** Begins to count the faults of a route. `route` is its pattern. */
export function beginRequestCounts(method: string, route: string): void {
  beginAtZero(
    requests,
    FAULTS.map((status) => ({ method, route, status }))
  )
}

/** Counts an answered request. Methods that no route has are counted as "other". */
export function countRequest({ method, route, status, seconds }: CountedRequest): void {
  const known = METHODS.has(method) ? method : "other"
  requests.inc({ method: known, route, status: String(status) })
  duration.observe({ method: known, route }, seconds)
}

const METHODS = new Set(["GET", "POST", "PUT", "DELETE"])

/** Counts an open event stream until the signal aborts. */
export function countStream(closed: AbortSignal): void {
  if (closed.aborted) return
  streams.inc()
  closed.addEventListener("abort", () => streams.dec(), { once: true })
}
