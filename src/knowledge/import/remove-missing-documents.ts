import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { TENANT } from "../../storage/tenant.ts"
import { removeDocuments } from "./store-documents.ts"
import { shortenPath, type Destination } from "./batch.ts"
import type { Lease } from "./lease.ts"
import { markDocumentsChanged } from "./refresh-derived-data.ts"

/**
 * Removes the documents that a complete read hasn't reported, except those at a place that couldn't be read. If it is
 * interrupted, it can be repeated.
 */
export async function removeMissingDocuments(
  db: Kysely<Schema>,
  lease: Lease,
  { origin, collection }: Destination,
  tell: (removed: number) => void,
  signal: AbortSignal
): Promise<void> {
  const { rows } = await sql<{ id: string; path: string }>`
    select id, path from documents
    where tenant = ${TENANT} and origin = ${origin} and collection = ${collection} and seen is distinct from ${lease.id}::uuid order by id`.execute(
    db
  )
  if (rows.length === 0) return
  const failures = await db
    .selectFrom("import_failures")
    .select(["path", "document"])
    .where("import", "=", lease.id)
    .execute()
  const ids = new Set(failures.map(({ document }) => document))
  const paths = new Set(failures.map(({ path }) => path))
  const gone = rows
    .filter(({ id, path }) => !ids.has(id) && !placesOf(path).some((place) => paths.has(shortenPath(place))))
    .map(({ id }) => id)
  for (let from = 0; from < gone.length; from += MOST) {
    signal.throwIfAborted()
    const some = gone.slice(from, from + MOST)
    const removed = await db.transaction().execute(async (write) => {
      await lockInTransaction(write, `knowledge ${origin}`)
      await lease.hold(write)
      const { rows: standing } = await sql<{
        id: string
      }>`select id from documents where tenant = ${TENANT} and id = any(${some}::text[])`.execute(write)
      await removeDocuments(
        write,
        origin,
        standing.map(({ id }) => id)
      )
      if (standing.length > 0) await markDocumentsChanged(write, origin)
      await write
        .updateTable("imports")
        .where("id", "=", lease.id)
        .set((e) => ({ removed: e("removed", "+", standing.length) }))
        .execute()
      return standing.length
    })
    tell(removed)
  }
}

const MOST = 200

/**
 * Returns the path itself and everything that contains it: the table of "prices.csv, row 7" and the archive of
 * "help.zip/de/returns.md".
 */
function placesOf(path: string): string[] {
  return [path, ...[...path.matchAll(/[,/#!]/g)].map(({ index }) => path.slice(0, index))]
}
