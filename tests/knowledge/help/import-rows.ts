import type { openKnowledge } from "./database.ts"

/** Returns what the tables hold of a collection: its texts, its newest import, and what couldn't be imported. */
export function rowsOf(open: () => Awaited<ReturnType<typeof openKnowledge>>) {
  const texts = async (collection: string) =>
    Object.fromEntries(
      (
        await open()
          .db.selectFrom("documents")
          .select(["id", "body"])
          .where("collection", "=", collection)
          .orderBy("id")
          .execute()
      ).map(({ id, body }) => [id.slice(collection.length + 1), body])
    )
  const lastImport = (collection: string) =>
    open()
      .db.selectFrom("imports")
      .selectAll()
      .where("collection", "=", collection)
      .orderBy("started_at", "desc")
      .limit(1)
      .executeTakeFirstOrThrow()
  const failures = async (collection: string) =>
    Object.fromEntries(
      (
        await open()
          .db.selectFrom("import_failures")
          .innerJoin("imports", "imports.id", "import_failures.import")
          .select(["path", "import_failures.reason"])
          .where("collection", "=", collection)
          .execute()
      ).map(({ path, reason }) => [path, reason])
    )
  return { texts, lastImport, failures }
}
