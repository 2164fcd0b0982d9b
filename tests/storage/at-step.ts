import { Migrator } from "kysely/migration"
import { onTestFinished } from "vitest"
import { readSettings } from "../../src/runtime/settings.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { migrations } from "../../src/storage/migrations/index.ts"
import { temporaryFolder } from "../relay/help/data-folder.ts"
import { databaseIn } from "./help/shared-server.ts"

/**
 * A database as it was after the step of that name, e.g. "0018-a-row-a-document", and the way on to the newest. It goes
 * with its test.
 */
export async function databaseAt(step: string) {
  const { folder, remove } = temporaryFolder()
  const settings = readSettings({ REPLYWRIGHT_DATA: `${folder}/data` })
  const found = await databaseIn(settings.data)
  const { db, close } = await openDatabase(settings, silentLog, new AbortController().signal, found)
  onTestFinished(async () => {
    await close()
    remove()
  })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const to = async (target: string | undefined) => {
    const { error } = target === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(target)
    if (error !== undefined) throw error
  }
  await to(step)
  return { db, to, toNewest: () => to(undefined) }
}
