import { createLog } from "../../runtime/log.ts"
import { readSettings } from "../../runtime/settings.ts"
import { connectDatabase, type Database } from "../../storage/database.ts"
import { requireDatabase } from "../../storage/existing-database.ts"
import type { CommandContext } from "./command.ts"

/**
 * Opens the database for a command that makes sense only where a relay has run. The relay may be running.
 * @throws StartError "database-missing" instead of making an empty one, in which nothing would be found
 */
export async function connectExisting({
  environment,
  signal
}: Pick<CommandContext, "environment" | "signal">): Promise<Database> {
  const settings = readSettings(environment)
  await requireDatabase(settings)
  return connectDatabase(settings, createLog(), signal)
}
