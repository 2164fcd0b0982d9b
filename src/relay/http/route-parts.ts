import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"

/** What every group of routes needs. Each group adds its own needs in its own file. */
export interface RouteParts {
  db: Kysely<Schema>
  log: Log
  clock: () => Date
}
