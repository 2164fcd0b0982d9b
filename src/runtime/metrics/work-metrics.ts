import { Counter, Gauge, Histogram } from "prom-client"
import { noteError } from "./error-tally.ts"
import { beginAtZero, registry, SHORT_SECONDS } from "./registry.ts"

const registers = [registry]

const waits = new Histogram({
  name: "replywright_queue_wait_seconds",
  help: "Time that work waited for its turn, by queue: worker (jobs on texts), pairing, or model.",
  labelNames: ["queue"],
  buckets: SHORT_SECONDS,
  registers
})

const waiting = new Gauge({
  name: "replywright_queue_length",
  help: "Pieces of work that were begun or wait for their turn, by queue: worker, pairing, or imports.",
  labelNames: ["queue"],
  registers
})

const imports = new Counter({
  name: "replywright_imports_total",
  help: "Ended imports by state: done, stopped, failed.",
  labelNames: ["state"],
  registers
})

const running = new Gauge({
  name: "replywright_imports_running",
  help: "Imports that run in this process.",
  registers
})

const documents = new Counter({
  name: "replywright_import_documents_total",
  help: "Documents of ended imports by what became of them: imported, removed, failed.",
  labelNames: ["result"],
  registers
})

const STATES = ["done", "stopped", "failed"] as const
const RESULTS = ["imported", "removed", "failed"] as const

beginAtZero(
  imports,
  STATES.map((state) => ({ state }))
)
beginAtZero(
  documents,
  RESULTS.map((result) => ({ result }))
)

type Queue = "worker" | "pairing" | "imports"

/** Counts a piece of work that enters a queue. */
export function enterQueue(queue: Queue): void {
  waiting.inc({ queue })
}

/** Counts a piece of work that leaves a queue, because it is done or given up. */
export function leaveQueue(queue: Queue): void {
  waiting.dec({ queue })
}

/** Records how long a piece of work waited, in milliseconds. */
export function recordQueueWait(queue: Queue | "model", ms: number): void {
  waits.observe({ queue }, Math.max(0, ms) / 1000)
}

/** What an import that has ended did. */
export interface EndedImport {
  state: (typeof STATES)[number]
  imported: number
  removed: number
  failed: number
}

/**
 * Counts an import that runs, and what it did once it has ended. One that throws is not counted, because another relay
 * does it.
 * @throws what `work` throws
 */
export async function measureImport<Ended extends EndedImport>(work: () => Promise<Ended>): Promise<Ended> {
  running.inc()
  try {
    const ended = await work()
    imports.inc({ state: ended.state })
    if (ended.state === "failed") noteError("import", "import-failed")
    for (const result of RESULTS) documents.inc({ result }, ended[result])
    return ended
  } finally {
    running.dec()
  }
}
