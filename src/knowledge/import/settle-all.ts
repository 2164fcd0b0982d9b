import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { settle } from "./settle.ts"
import { settleWords } from "./settle-words.ts"

/** Does what imports left that were killed before their end, or right behind it. @throws the signal's reason */
export async function settleAll(db: Kysely<Schema>, signal: AbortSignal): Promise<void> {
  for (const origin of ["team", "sample"] as const) {
    await settle(db, origin)
    await settleWords(db, origin, { signal })
  }
}
