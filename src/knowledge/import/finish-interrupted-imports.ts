import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { refreshDerivedData } from "./refresh-derived-data.ts"
import { refreshWords } from "./refresh-words.ts"

/** Finishes the work of imports that were killed before their end or right after it. @throws the signal's reason */
export async function finishInterruptedImports(db: Kysely<Schema>, signal: AbortSignal): Promise<void> {
  for (const origin of ["team", "sample"] as const) {
    await refreshDerivedData(db, origin)
    await refreshWords(db, origin, { signal })
  }
}
