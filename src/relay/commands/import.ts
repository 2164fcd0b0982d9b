import { resolve } from "node:path"
import { importFolder, ImportError } from "../knowledge/import.ts"
import { createLog } from "../log.ts"
import { StartError } from "../problem.ts"
import { readSettings } from "../settings.ts"
import { reachDatabase } from "../storage/database.ts"
import { UsageError, type Command } from "./command.ts"

/** Takes a folder of Markdown into the team's knowledge; the relay may be running meanwhile. */
export const importCommand: Command = {
  name: "import",
  usage: "FOLDER   takes a folder of Markdown into the knowledge; front matter says title, locale, visibility, groups",
  async run([folder, ...rest], { environment, print, signal }) {
    if (folder === undefined || rest.length > 0) throw new UsageError(`Name one folder: npm run relay -- import ${importCommand.usage}`)
    // npm runs scripts from the clone; the person meant the folder they stood in.
    const path = resolve(environment["INIT_CWD"] ?? ".", folder)
    const { db, close } = await reachDatabase(readSettings(environment), createLog(), signal)
    try {
      const { imported, unchanged, removed, failed } = await importFolder(db, path, { origin: "team", report: print, signal })
      print(`${imported} imported, ${unchanged} unchanged, ${removed} removed, ${failed.length} failed.`)
    } catch (error) {
      if (!(error instanceof ImportError)) throw error
      throw new StartError("import", error.message, { cause: error })
    } finally {
      await close()
    }
  }
}
