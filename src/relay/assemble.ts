import type { Kysely } from "kysely"
import { createOfflineDrafter } from "./drafting/offline.ts"
import { createPipeline } from "./drafting/pipeline.ts"
import type { Pipeline } from "./drafting/stream.ts"
import { createOfflineSummariser } from "./drafting/summary.ts"
import { createRetriever } from "./knowledge/retrieve.ts"
import { chooseDrafter } from "./models/choose.ts"
import type { Settings } from "./settings.ts"
import type { Schema } from "./storage/schema.ts"

/** Joins the rooms into the pipeline that the settings ask for. */
export function assemble(settings: Settings, db: Kysely<Schema>): Pipeline {
  return createPipeline({
    retriever: createRetriever(db),
    drafter: chooseDrafter(settings, createOfflineDrafter()),
    summariser: createOfflineSummariser()
  })
}
