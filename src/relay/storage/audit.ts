import type { Kysely } from "kysely"
import type { Schema } from "./schema.ts"

/** Who did what to which ids. Never content, never a name. */
export async function noteDown(db: Kysely<Schema>, person: string, action: string, ids: string[], now: Date): Promise<void> {
  await db.insertInto("audit").values({ at: now, person, action, ids }).execute()
}
