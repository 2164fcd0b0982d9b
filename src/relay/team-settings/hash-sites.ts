import { sql, type Kysely } from "kysely"
import type {} from "../../knowledge/feedback/tables.ts"
import { readSiteHashing, setSiteHashing } from "../../masking-rules/site-hashing.ts"
import type { Schema } from "../../storage/schema.ts"

/**
 * Switches hashing of sites on or off. Switched on, everything that is kept is hashed as well, but for what the audit
 * has noted already. The caller's transaction makes it whole.
 */
export async function applySiteHashing(work: Kysely<Schema>, hashed: boolean): Promise<void> {
  await setSiteHashing(work, hashed)
  await hashStoredSites(work)
}

/**
 * Hashes the origins that are still kept as they are, where the team has sites hashed: also those of a request that met
 * the switch.
 */
export async function hashStoredSites(db: Kysely<Schema>): Promise<void> {
  const { key, stored } = await readSiteHashing(db)
  if (key === undefined) return
  for (const table of ["drafts", "outcomes", "source_feedback"] as const) {
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
}
