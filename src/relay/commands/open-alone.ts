import pg from "pg"
import { createLog } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { type Settings, readSettings } from "../../runtime/settings.ts"
import { databaseProblem } from "../../storage/database-problem.ts"
import { openDatabase, type Database, connectDatabase } from "../../storage/database.ts"
import { isReadOnlyError } from "../../storage/pool/timed-client.ts"
import { openCipher } from "../../storage/encryption/open-cipher.ts"
import { hasLivingRelay } from "../../storage/relay-presence.ts"
import { hasRelaySession } from "../../storage/sessions.ts"
import { requireDatabase } from "../../storage/existing-database.ts"
import type { CommandContext } from "./command.ts"

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
  // The folder's lock has told already.
  if (settings.databaseUrl === undefined) return database
  if (!(await hasRelaySession(database.db)) && !(await hasLivingRelay(database.db))) return database
  await database.close()
  throw relayRuns(database.location)
}

const relayRuns = (place: string, cause?: unknown) =>
  new StartError("relay-runs", `A relay runs on ${place}: stop it first. Nothing was changed.`, { cause })

/** What is said of a copy that Ctrl-C has ended. */
export const STOPPED = "Stopped. Nothing was changed."

/** What a failed copy means to whoever runs the command: it was one transaction, so nothing of it has happened. */
export function copyProblem(error: unknown): unknown {
  const why = reasonOf(error)
  return why === undefined ? error : new StartError("copy", `${why} Nothing was changed.`, { cause: error })
}

function reasonOf(error: unknown): string | undefined {
  if (isReadOnlyError(error)) return "The database takes no changes: name the server that does, or let it take them."
  if (databaseProblem(error)?.code === "database-down")
    return "The database went away before the copy was done: see that it runs and has room on its disk, and try again."
  if (!(error instanceof pg.DatabaseError)) return undefined
  // A limit on the size of files has no code of its own, but the same hint.
  if (error.code === "53100" || error.hint === "Check free disk space.")
    return "The database's disk is full, or takes no larger files: free some space on its machine, and try again."
  if (error.code === "55P03") return "Somebody else uses the database: end what works on it, and try again."
  if (error.code === "2BP01")
    return "Another program's views or tables need the relay's: drop them first, or name another database."
  if (error.code === "42501")
    return "The relay's role may not make tables there: give it the right to create in the schema."
  return undefined
}

/**
 * Opens the database, and its encrypted texts, for a command that makes sense only where a relay has run. The relay may
 * be running.
 * @throws StartError "database-missing" instead of making an empty one, in which nothing would be found; "master-key" if
 * the texts can't be read
 */
export async function connectExisting({
  environment,
  signal,
  note
}: Pick<CommandContext, "environment" | "signal" | "note">): Promise<Database> {
  const settings = readSettings(environment)
  await requireDatabase(settings)
  const database = await connectDatabase(settings, createLog(), signal)
  try {
    await openCipher(database.db, settings)
  } catch (error) {
    await database.close()
    throw error
  }
  note?.(`Data: ${database.location}`)
  return database
}
