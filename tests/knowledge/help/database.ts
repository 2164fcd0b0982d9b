import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { importFolder, type FolderOptions } from "../../../src/knowledge/import/import-folder.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { openDatabase } from "../../../src/storage/database.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { databaseIn } from "../../storage/help/shared-server.ts"

/** This signal has no timeout, because modules live longer than a test. */
export const signal = new AbortController().signal

/** Opens a database of its own, on a server of its own if asked, with a folder beside it for the files to import. */
export async function openKnowledge({ ownServer = false } = {}) {
  const { folder, remove } = temporaryFolder()
  const data = join(folder, "data")
  const found = await databaseIn(data, {}, ownServer)
  const database = await openDatabase(readSettings({ REPLYWRIGHT_DATA: data }), silentLog, signal, found)
  const write = (files: Record<string, string | Buffer>, into = "articles") => {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, into, path)), { recursive: true })
      writeFileSync(join(folder, into, path), text)
    }
    return join(folder, into)
  }
  return {
    db: database.db,
    folder,
    data,
    write,
    /** Writes the files and imports the whole folder. */
    import: (files: Record<string, string | Buffer>, options: Partial<FolderOptions> & { into?: string } = {}) =>
      importFolder(database.db, write(files, options.into), { origin: "team", signal, ...options }),
    async close() {
      await database.close()
      remove()
    }
  }
}
