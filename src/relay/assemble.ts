import type { Kysely } from "kysely"
import { createOfflineDrafter } from "./drafting/offline.ts"
import { createPipeline } from "./drafting/pipeline.ts"
import type { Pipeline } from "./drafting/stream.ts"
import { createOfflineSummariser } from "./drafting/summary.ts"
import { createRetriever } from "./knowledge/retrieve.ts"
import type { Vectors } from "./knowledge/vectors/vectors.ts"
import { chooseDrafter, chooseSummariser } from "./models/choose.ts"
import type { Models } from "./models/models.ts"
import type { Schema } from "./storage/schema.ts"
import type { UsageBook } from "./usage/book.ts"

/** Joins the rooms into the pipeline that the settings ask for. What models take goes into `book`. */
export function assemble(models: Models, db: Kysely<Schema>, book: UsageBook, vectors?: Vectors): Pipeline {
  return createPipeline({
    retriever: createRetriever(db, vectors),
    drafter: chooseDrafter(models, createOfflineDrafter(), book),
    summariser: chooseSummariser(models, createOfflineSummariser(), book)
  })
}
