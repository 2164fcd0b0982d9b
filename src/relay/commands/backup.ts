import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import type { Kysely } from "kysely"
import { createLog } from "../../runtime/log.ts"
import { readSettings } from "../../runtime/settings.ts"
import { streamBackup, writeBackup } from "../../storage/backup/backup-file.ts"
import { readSnapshot } from "../../storage/backup/snapshot.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { connectDatabase } from "../../storage/database.ts"
import { executedSteps } from "../../storage/migrate.ts"
import { pendingMigrations } from "../../storage/pending-migrations.ts"
import { isReadOnlyError } from "../../storage/pool/timed-client.ts"
import { databaseTime } from "../../storage/relay-presence.ts"
import type { Schema } from "../../storage/schema.ts"
import { requireDatabase } from "../../storage/existing-database.ts"
import { UsageError, type Command, countLines } from "./command.ts"

/** Writes the whole database to one file, as it is at one moment. The relay may be running. */
export const backupCommand: Command = {
  async run(args, { environment, print, signal }) {
    const [name, ...more] = args
    if (name === undefined || (name.startsWith("-") && name !== "-") || more.length > 0) throw new UsageError(USAGE)
    const isPiped = OUTPUT.includes(name)
    if (isPiped && process.stdout.isTTY) throw new UsageError("A backup is nothing for a terminal: pipe it on.")
    // npm runs the command in the package's folder; INIT_CWD is the folder where the person is.
    const file = resolve(environment["INIT_CWD"] ?? ".", name)
    const settings = readSettings(environment)
    await requireDatabase(settings)
    // The tables stay as they are: a backup is what one makes before an update.
    const { db, location, close } = await connectDatabase(settings, createLog(), signal, {
      migrate: false,
      applicationName: "replywright backup"
    })
    // Not a word may stand between the bytes of a backup that is the output.
    const say = isPiped ? (line: string) => console.error(line) : print
    try {
      await noteBackup(db, say)
      const parts = readSnapshot(db)
      const { counts } = await (isPiped
        ? streamBackup(process.stdout, parts, signal)
        : writeBackup(file, parts, signal))
      say(isPiped ? `${location} is backed up:` : `${location} is backed up in ${file}${await sizeOf(file)}:`)
      for (const line of countLines(counts)) say(line)
      say("Keep it as safe as the database: it holds tickets, sign-ins and the keys of stored drafts.")
      say("models.yaml and the settings of the environment are not in it.")
    } finally {
      await close()
    }
  }
}

/** Notes in the audit who makes a backup. A standby server takes no entry, and a schema from before the chain has no author. */
async function noteBackup(db: Kysely<Schema>, say: (line: string) => void): Promise<void> {
  if ((await executedSteps(db)).length === 0 || (await pendingMigrations(db)).includes("0060-audit-chain")) return
  await writeAuditEntry(db, null, "backed-up", [], await databaseTime(db)).catch((error: unknown) => {
    if (!isReadOnlyError(error)) throw error
    say("This server takes no changes, so the backup is not in the audit.")
  })
}

/** Names of the command's own output. */
const OUTPUT = ["-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"]

/** Returns the size in brackets. What went through a pipe has none. */
async function sizeOf(file: string): Promise<string> {
  const there = await stat(file).catch(() => undefined)
  return there?.isFile() ? ` (${(there.size / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })} MB)` : ""
}

const USAGE = [
  "Say where the backup goes: npm run relay -- backup FILE, a file that doesn't exist yet",
  "  or - for the output: npm run --silent relay -- backup - | PROGRAM"
].join("\n")
