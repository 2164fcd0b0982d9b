import { expect } from "vitest"
import { findPlaceholders } from "../../src/masking/basis/placeholder.ts"
import { runImport } from "../../src/knowledge/import/run-import.ts"
import type { ImportSource } from "../../src/ingest/source/source.ts"
import { systemClock, type Clock } from "../../src/ingest/sources/web/retry-request.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { openKnowledge } from "../knowledge/help/database.ts"

/** A knowledge of its own, and imports into it. */
export async function startImporting() {
  const { db, close } = await openKnowledge()
  return {
    close,
    import: (source: ImportSource) =>
      runImport(db, source, { origin: "team", signal: AbortSignal.timeout(100_000), log: silentLog }),
    /** What stands of a source, by id. */
    async documents({ collection }: ImportSource) {
      const rows = await db
        .selectFrom("documents")
        .select(["id", "title", "kind", "visibility", "version", "body"])
        .where("collection", "=", collection)
        .orderBy("id")
        .execute()
      expect(rows.flatMap(({ title, body }) => findPlaceholders(`${title} ${body}`))).toEqual([])
      return new Map(rows.map((row) => [row.id.slice(collection.length + 1), row]))
    }
  }
}

/** The system's time, put ahead. */
export function clockAhead(hours: number): Clock {
  return { ...systemClock, now: () => systemClock.now() + hours * 3_600_000 }
}
