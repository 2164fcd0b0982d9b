import type { Kysely } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { ImportSource } from "../../ingest/source/source.ts"
import { importProblem } from "../import/import-error.ts"
import type { Upkeep } from "./upkeep.ts"

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

/**
 * Removes a source and all its documents. Their content stays in the history as long as that of other removed
 * documents, because drafts may have quoted it. It works like an import of nothing: if it is interrupted, it can be
 * requested again.
 * @returns how many documents were removed
 * @throws Problem 404, 409
 */
export async function removeSource(db: Kysely<Schema>, upkeep: Upkeep, collection: string): Promise<number> {
  const known = await requireTeamSource(db, collection)
  if (known.schedule !== null) await upkeep.schedule(collection, { every: "off" }, new Date())
  await upkeep.forget(collection)
  const { state, removed, reason } = await upkeep
    .runOnce(nothing(collection, known), { config: {}, again: true, signal: new AbortController().signal })
    .catch((error: unknown) => {
      throw importProblem(error)
    })
  if (state !== "done")
    throw new Problem(409, "not-removed", reason ?? "Somebody stopped it: some of its documents stay.")
  await db.deleteFrom("knowledge_sources").where("tenant", "=", TENANT).where("collection", "=", collection).execute()
  return removed
}

function nothing(collection: string, { kind, label }: Pick<ImportSource, "kind" | "label">): ImportSource {
  return {
    kind,
    collection,
    label,
    async *read() {
      yield { type: "end", all: true }
    }
  }
}
