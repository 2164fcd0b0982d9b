import { writeFile } from "node:fs/promises"
import { resolve } from "node:path"
import { readModels } from "../../models/read-models.ts"
import { readSettings } from "../../runtime/settings.ts"
import { writeProcessingRecord } from "../privacy/record/processing-record.ts"
import { UsageError, type Command } from "./command.ts"
import { connectExisting } from "./open-alone.ts"

/** Writes the record of processing and the data map of this installation. The relay may be running. */
export const recordCommand: Command = {
  async run([file, ...more], { environment, print, signal, note }) {
    if (more.length > 0) throw new UsageError("Give one file at most: npm run relay -- record [FILE]")
    const settings = readSettings(environment)
    const models = readModels(settings, environment)
    const { db, close } = await connectExisting({ environment, signal, note })
    try {
      const text = await writeProcessingRecord(db, { settings, models, day: new Date().toISOString().slice(0, 10) })
      if (file === undefined) return print(text)
      const path = resolve(environment["INIT_CWD"] ?? ".", file)
      await writeFile(path, `${text}\n`, { flag: "wx" }).catch((error: unknown) => {
        throw new UsageError(`${path} can't be written: ${error instanceof Error ? error.message : String(error)}`)
      })
      print(`The record is in ${path}.`)
    } finally {
      await close()
    }
  }
}
