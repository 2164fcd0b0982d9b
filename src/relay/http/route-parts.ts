import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"

/** What every group of routes works with. Each group adds in its own file what it needs besides. */
export interface RouteParts {
  db: Kysely<Schema>
  log: Log
  clock: () => Date
}
