import type { Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"

/** Returns a source that the team imports. Another admin may have removed it in the meantime. @throws Problem 404 */
export async function requireTeamSource(db: Kysely<Schema>, collection: string) {
  const row = await db
    .selectFrom("knowledge_sources")
    .select(["kind", "label", "config", "schedule"])
    .where("tenant", "=", TENANT)
    .where("collection", "=", collection)
    .where("origin", "=", "team")
    .executeTakeFirst()
  if (!row) throw new Problem(404, "no-source", "There is no such source any more.")
  return row
}
