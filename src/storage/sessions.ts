import { sql, type Kysely } from "kysely"
import type { Schema } from "./schema.ts"

/** The name under which a relay, and a command beside it that writes, are connected. */
export const RELAY_SESSION = "replywright"

/** Whether a relay, or such a command, is connected to this database. */
export async function hasRelaySession(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity
    where datname = current_database() and application_name = ${RELAY_SESSION} and pid <> pg_backend_pid() limit 1`.execute(
    db
  )
  return rows.length > 0
}
