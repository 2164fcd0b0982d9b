import { Counter, Gauge, Histogram } from "prom-client"
import { noteError } from "./error-tally.ts"
import { beginAtZero, boundLabel, LONG_SECONDS, registry } from "./registry.ts"

const registers = [registry]

const drafts = new Counter({
  name: "replywright_drafts_total",
  help: "Ended drafts by state (done, failed, cut) and by the model that wrote them.",
  labelNames: ["state", "model"],
  registers
})

const errors = new Counter({
  name: "replywright_draft_errors_total",
  help: "Failed drafts by the code of their error.",
  labelNames: ["code"],
  registers
})

const first = new Histogram({
  name: "replywright_draft_first_text_seconds",
  help: "Time from the beginning of a draft to its first text.",
  labelNames: ["model"],
  buckets: LONG_SECONDS,
  registers
})

const total = new Histogram({
  name: "replywright_draft_duration_seconds",
  help: "Time from the beginning of a draft to its stored end.",
  labelNames: ["model"],
  buckets: LONG_SECONDS,
  registers
})

const writing = new Gauge({
  name: "replywright_drafts_writing",
  help: "Drafts that are being written at this moment.",
  registers
})

const boundModel = boundLabel()
const boundCode = boundLabel()

/**
 * Begins to count drafts.
 * @param models the models that may write them
 * @param codes the codes that their errors may have
 */
export function beginDraftCounts(models: readonly string[], codes: readonly string[]): void {
  for (const name of models) {
    const model = boundModel(name)
    beginAtZero(
      drafts,
      ["done", "failed", "cut"].map((state) => ({ state, model }))
    )
    first.zero({ model })
    total.zero({ model })
  }
  beginAtZero(
    errors,
    codes.map((code) => ({ code: boundCode(code) }))
  )
}

export interface DraftMeter {
  /** Notes the first text. Later calls do nothing. */
  text(): void
  /** Counts the draft. `code` is the code of its error, and `model` is the one that wrote it. */
  end(ended: { state: string; model: string; code?: string | undefined }): void
}

/** Begins to measure a draft. `end` must be called once. */
export function measureDraft(): DraftMeter {
  const began = performance.now()
  let firstMs: number | undefined
  writing.inc()
  return {
    text() {
      firstMs ??= performance.now() - began
    },
    end({ state, model: name, code }) {
      const model = boundModel(name)
      writing.dec()
      drafts.inc({ state, model })
      if (code !== undefined) {
        errors.inc({ code: boundCode(code) })
        noteError("draft", code)
      }
      if (firstMs !== undefined) first.observe({ model }, firstMs / 1000)
      if (state === "done") total.observe({ model }, (performance.now() - began) / 1000)
    }
  }
}
