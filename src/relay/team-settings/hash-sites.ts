import { sql, type Kysely } from "kysely"
import type {} from "../../knowledge/feedback/feedback.ts"
import type {} from "../../search/past-tickets/tables.ts"
import { readSiteHashing, setSiteHashing } from "../../masking-rules/site-hashing.ts"
import { raiseRecipesVersion } from "../../storage/page-recipes.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"
import type { Schema } from "../../storage/schema.ts"

/**
 * Switches the hashing of sites on or off. When it is switched on, everything that is stored is hashed too, except what
 * the audit has noted already. It must run in the caller's transaction.
 */
export async function applySiteHashing(work: Kysely<Schema>, hashed: boolean): Promise<void> {
  await setSiteHashing(work, hashed)
  await asLongWork(() => hashStoredSites(work))
}

/**
 * Hashes the origins that are still stored in plain text, if the team has sites hashed. That includes those of a
 * request that ran while hashing was switched on. Places of pages are deleted.
 */
export async function hashStoredSites(db: Kysely<Schema>): Promise<void> {
  const { key, stored } = await readSiteHashing(db)
  if (key === undefined) return
  for (const table of ["drafts", "outcomes", "source_feedback", "past_tickets", "memory_edits"] as const) {
    const { rows } = await sql<{
      site: string
    }>`select distinct site from ${sql.table(table)} where site like 'http%'`.execute(db)
    for (const { site } of rows)
      await db
        .updateTable(table)
        .set({ site: stored(site) })
        .where("site", "=", site)
        .execute()
  }
  // Places name their site and are of no use without it.
  const { numDeletedRows } = await db.deleteFrom("page_recipes").executeTakeFirst()
  if (numDeletedRows > 0) await raiseRecipesVersion(db)
}
