import { createLog } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import type { Settings } from "../../runtime/settings.ts"
import { openDatabase, type Database } from "../../storage/database.ts"
import { hasRelaySession } from "../../storage/sessions.ts"

/**
 * Opens the database of the settings for a command that no relay may run beside. Its tables are left as they are.
 * @throws StartError "relay-runs" where a relay, or another command, uses it
 */
export async function openAlone(settings: Settings, signal: AbortSignal): Promise<Database> {
  const database = await openDatabase(settings, createLog(), signal, {
    migrate: false,
    applicationName: "replywright alone"
  }).catch((error: unknown) => {
    throw error instanceof StartError && error.code === "data-folder-busy" ? relayRuns(settings.data, error) : error
  })
  // PGlite has one session, and its folder's lock has told already.
  if (settings.databaseUrl === undefined || !(await hasRelaySession(database.db))) return database
  await database.close()
  throw relayRuns(database.location)
}

const relayRuns = (place: string, cause?: unknown) =>
  new StartError("relay-runs", `A relay runs on ${place}: stop it first. Nothing was changed.`, { cause })

/** What a failed copy means to whoever runs the command: nothing of it has happened. */
export function copyProblem(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  const why = {
    "53100": "The database's disk is full: free some space on its machine, and try again.",
    "54000": "The database's disk takes no larger files: lift the limit on its machine, and try again.",
    "55P03": "Somebody else uses the database: end what works on it, and try again.",
    "2BP01": "Another program's views or tables need the relay's: drop them first, or name another database.",
    "42501": "The relay's role may not make tables there: give it the right to create in the schema."
  }[String(code)]
  return why === undefined ? error : new StartError("copy", `${why} Nothing was changed.`, { cause: error })
}
