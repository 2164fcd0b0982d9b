import { expect, onTestFinished, test } from "vitest"
import { silentLog } from "../../src/runtime/log.ts"
import { readSettings } from "../../src/runtime/settings.ts"
import { openDatabase } from "../../src/storage/database.ts"
import { hasOldestServer, startOldestServer } from "./help/oldest-server.ts"

test.runIf(hasOldestServer)(
  "every step of the schema runs on PostgreSQL 15, the oldest one allowed (skipped: Debian's postgresql-15 is not installed)",
  async () => {
    const { url, stop } = await startOldestServer()
    onTestFinished(stop)
    const { db, close } = await openDatabase(
      readSettings({ DATABASE_URL: url }),
      silentLog,
      new AbortController().signal
    )
    expect(await db.selectFrom("drafts").select("id").execute()).toEqual([])
    await close()
  }
)
