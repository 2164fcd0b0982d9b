import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import { createLog } from "../../runtime/log.ts"
import { readSettings } from "../../runtime/settings.ts"
import { writeBackup } from "../../storage/backup/backup-file.ts"
import { readSnapshot } from "../../storage/backup/snapshot.ts"
import { connectDatabase } from "../../storage/database.ts"
import { requireDatabase } from "../../storage/existing-database.ts"
import { UsageError, type Command } from "./command.ts"
import { countLines } from "./counts.ts"

/** Writes the whole database to one file, as it is at one moment. The relay may be running. */
export const backupCommand: Command = {
  async run(args, { environment, print, signal }) {
    const [name, ...more] = args
    if (name === undefined || name.startsWith("-") || more.length > 0) throw new UsageError(USAGE)
    // npm runs the command in the package's folder; INIT_CWD is the folder where the person is.
    const file = resolve(environment["INIT_CWD"] ?? ".", name)
    const settings = readSettings(environment)
    await requireDatabase(settings)
    // The tables stay as they are: a backup is what one makes before an update.
    const { db, location, close } = await connectDatabase(settings, createLog(), signal, {
      migrate: false,
      applicationName: "replywright backup"
    })
    try {
      const { counts } = await writeBackup(file, readSnapshot(db), signal)
      const { size } = await stat(file)
      print(`${location} is backed up in ${file} (${megabytes(size)} MB):`)
      for (const line of countLines(counts)) print(line)
      print("Keep it as safe as the database: it holds tickets, sign-ins and the keys of stored drafts.")
      print("models.yaml and the settings of the environment are not in it.")
    } finally {
      await close()
    }
  }
}

const megabytes = (bytes: number) => (bytes / 1e6).toLocaleString("en", { maximumFractionDigits: 1 })

const USAGE = "Say where the backup goes: npm run relay -- backup FILE, a file that doesn't exist yet"
