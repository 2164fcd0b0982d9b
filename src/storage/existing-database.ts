import { access } from "node:fs/promises"
import { join } from "node:path"
import { StartError } from "../runtime/problem.ts"
import type { Settings } from "../runtime/settings.ts"

/**
 * Makes sure that there is a database to read before one is opened, because opening makes a missing one. A command that
 * was started without the relay's own settings would otherwise go on with an empty database.
 * @throws StartError "database-missing"
 */
export async function requireDatabase({ data, databaseUrl }: Pick<Settings, "data" | "databaseUrl">): Promise<void> {
  if (databaseUrl !== undefined) return
  try {
    await access(join(data, "database/PG_VERSION"))
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined
    // Whoever may not look learns so when the database is opened.
    if (code !== "ENOENT" && code !== "ENOTDIR") return
    throw new StartError(
      "database-missing",
      `There is no database in ${data}: set REPLYWRIGHT_DATA or DATABASE_URL as for the relay itself. Nothing was made.`,
      { cause }
    )
  }
}
