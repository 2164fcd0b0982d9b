import { resolve } from "node:path"
import { parseArgs } from "node:util"
import { importFolder, ImportError } from "../knowledge/import.ts"
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
      // npm runs us in the package's folder; INIT_CWD is where the person stands.
      const from = resolve(environment["INIT_CWD"] ?? ".", folder)
      const { failed } = await importFolder(db, from, { origin: "team", visibility: internal ? "internal" : "public", report: print, signal })
      if (failed.length > 0) throw new UsageError("Mend the files named above and import the folder again.")
    } catch (error) {
      throw error instanceof ImportError ? new UsageError(error.message, { cause: error }) : error
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
