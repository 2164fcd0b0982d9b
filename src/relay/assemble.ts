import type { Kysely } from "kysely"
import type { Pipeline } from "./drafting/stream.ts"
import { createRetriever } from "./knowledge/retrieve.ts"
import type { Settings } from "./settings.ts"
import type { Schema } from "./storage/schema.ts"

/** Joins the rooms into the pipeline that the settings ask for. */
export function assemble(_settings: Settings, db: Kysely<Schema>): Pipeline {
  const retriever = createRetriever(db)
  const version = "searching-only"
  return {
    model: null,
    version,
    async run({ draftId, ticket }, person, emit, signal) {
      const began = performance.now()
      const { sources, searched, documents } = await retriever.find(ticket, person, signal)
      emit({ type: "sources", sources })
      const total = Math.round(performance.now() - began)
      const refusal = { reason: documents === 0 ? "no-knowledge" as const : "no-answer" as const, searched, documents, nearest: [] }
      emit({ type: "draft-end", draftId, text: "", claims: [], questions: [], refusal, model: "offline", pipelineVersion: version, language: null, ms: { first: total, total } })
    },
    async summarise(_request, _person, emit) {
      emit({ type: "summary-end", lines: [], model: "offline", pipelineVersion: version, language: null })
    }
  }
}
