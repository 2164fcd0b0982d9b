import { sql, type Kysely } from "kysely"
import type { UsageAnswer } from "../../protocol/admin.ts"
import type { UnmaskedKind } from "../../protocol/unmasked.ts"
import type { Schema } from "../../storage/schema.ts"
import { dayOf } from "../../models/usage/usage-book.ts"
import type {} from "../../models/usage/tables.ts"

/** Counts one refused request, once for each kind that was found in it. */
export async function countUnmasked(db: Kysely<Schema>, kinds: UnmaskedKind[], now: Date): Promise<void> {
  const rows = [...new Set(kinds)].sort().map((kind) => ({ day: dayOf(now), kind, requests: 1 }))
  await db
    .insertInto("unmasked_requests")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["tenant", "day", "kind"])
        .doUpdateSet(() => ({ requests: sql`unmasked_requests.requests + excluded.requests` }))
    )
    .execute()
}

/** Returns the counts, the newest day first. Days without any are left out. */
export async function unmaskedSums(
  db: Kysely<Schema>,
  { from, to }: { from: string; to: string }
): Promise<UsageAnswer["unmasked"]> {
  const { rows } = await sql<UsageAnswer["unmasked"][number]>`
    select to_char(day, 'YYYY-MM-DD') as day, kind, requests from unmasked_requests where day between ${from}::date and ${to}::date order by day desc, kind`.execute(
    db
  )
  return rows.map(({ day, kind, requests }) => ({ day, kind, requests }))
}
