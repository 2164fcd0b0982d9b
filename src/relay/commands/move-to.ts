import { createLog } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { readSettings } from "../../runtime/settings.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { load } from "../../storage/backup/load.ts"
import { readSnapshot } from "../../storage/backup/snapshot.ts"
import { checkDatabaseUrl } from "../../storage/check-database-url.ts"
import { markAsMoved } from "../../storage/embedded/moved-mark.ts"
import { requireDatabase } from "../../storage/existing-database.ts"
import { masterKeyFile, readMasterKeys } from "../../storage/encryption/master-key.ts"
import { UsageError, type Command, countLines } from "./command.ts"
import { copyProblem, openAlone, STOPPED } from "./open-alone.ts"

/**
 * Copies all data to an empty PostgreSQL. No relay may run on either. What is there stays as it is; a data folder gets
 * a mark, so that nothing goes on with the old data by mistake.
 */
export const moveToCommand: Command = {
  async run(args, { environment, print, signal }) {
    const [address, ...more] = args
    if (address === undefined || more.length > 0) throw new UsageError(USAGE)
    const settings = readSettings(environment)
    const target = readTarget(environment, address)
    if (target.databaseUrl === undefined) throw new UsageError(USAGE)
    await checkDatabaseUrl(target.databaseUrl, createLog(), "The address")
    await requireDatabase(settings)
    const from = await openAlone(settings, signal)
    try {
      const to = await openAlone(target, signal)
      try {
        const { counts, steps } = await load(to.db, readSnapshot(from.db), {
          replace: false,
          signal,
          after: (work) => writeAuditEntry(work, null, "data-moved", [], new Date())
        }).catch((error: unknown) => {
          if (signal.aborted) print(STOPPED)
          throw whatToSay(error)
        })
        print(`${from.location} is copied to ${to.location}. Every table has as many rows in both:`)
        for (const line of countLines(counts)) print(line)
        if (steps.length > 0) print(`Its schema was brought up to date: ${steps.join(", ")}.`)
        print("Now set DATABASE_URL to that address, and start the relay again.")
        if (settings.databaseUrl === undefined) {
          if ((await readMasterKeys(settings)).length > 0) print(keyLine(masterKeyFile(settings)))
          print(await markLine(settings.data, to.location))
          print(`models.yaml is still read from ${settings.data}. Remove the data there once the relay works.`)
        }
      } finally {
        await to.close()
      }
    } finally {
      await from.close()
    }
  }
}

/** Says what became of the mark. Without it the data are moved all the same. */
async function markLine(data: string, to: string): Promise<string> {
  try {
    const mark = await markAsMoved(data, to, new Date())
    return `The data in ${data} stay as they are, and no relay starts on them while ${mark} exists.`
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return `No mark could be written (${why}): start no relay, backup or job on ${data} without DATABASE_URL.`
  }
}

function readTarget(environment: Record<string, string | undefined>, address: string) {
  try {
    return readSettings({ ...environment, DATABASE_URL: address, REPLYWRIGHT_STORAGE: undefined })
  } catch (cause) {
    throw new UsageError(USAGE, { cause })
  }
}

function whatToSay(error: unknown): unknown {
  if (!(error instanceof StartError && error.code === "database-not-empty")) return copyProblem(error)
  return new StartError(error.code, `${error.message} Name an empty one.`, { cause: error })
}

const USAGE = [
  "Say where the data go: npm run relay -- move-to postgresql://USER@HOST/DATABASE",
  "  an empty database of a PostgreSQL 15 or newer, which USER owns; PGPASSWORD in the environment is USER's password"
].join("\n")

const keyLine = (file: string) =>
  `Its texts are encrypted: set MASTER_KEY_FILE to a copy of ${file} on every relay, before you remove the data.`
