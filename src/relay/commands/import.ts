import { parseArgs } from "node:util"
import { importFolder } from "../knowledge/import.ts"
import { createLog } from "../log.ts"
import { readSettings } from "../settings.ts"
import { reachDatabase } from "../storage/database.ts"
import { UsageError, type Command } from "./command.ts"

/** Takes a folder of Markdown into the team's knowledge; the relay may be running meanwhile. */
export const importCommand: Command = {
  name: "import",
  usage: "FOLDER [--internal]   takes the Markdown files of a folder into the knowledge; a second time replaces them",
  async run(args, { environment, print, signal }) {
    const { folder, internal } = read(args)
    const { db, close } = await reachDatabase(readSettings(environment), createLog(), signal)
    try {
      const visibility = internal ? "internal" as const : "public" as const
      const { imported, unchanged, removed, failed } = await importFolder(db, folder, { origin: "team", visibility, report: print, signal })
      for (const { file, reason } of failed) print(`Not imported: ${file}: ${reason}`)
      print(`${imported} imported, ${unchanged} unchanged, ${removed} removed, ${failed.length} failed.`)
      if (failed.length > 0) throw new UsageError("Some files could not be imported: mend them and import the folder again.")
    } finally {
      await close()
    }
  }
}

function read(args: string[]): { folder: string; internal: boolean } {
  const usage = new UsageError(`Say which folder: npm run relay -- import ${importCommand.usage}`)
  try {
    const { positionals: [folder, ...more], values } = parseArgs({ args, allowPositionals: true, options: { internal: { type: "boolean", default: false } } })
    if (folder === undefined || more.length > 0) throw usage
    return { folder, internal: values.internal }
  } catch (cause) {
    throw cause instanceof UsageError ? cause : new UsageError(usage.message, { cause })
  }
}
