import { silentLog } from "../../../src/runtime/log.ts"
import { runImport } from "../../../src/knowledge/import/run-import.ts"
import { readSettings } from "../../../src/runtime/settings.ts"
import { connectDatabase } from "../../../src/storage/database.ts"
import { madeUp } from "../help/made-up.ts"

/**
 * Runs an import as a process of its own, beside a running database, so that it can be killed. It prints one line after
 * each batch.
 */
const [documents = "0", edition = "1"] = process.argv.slice(2)
const signal = AbortSignal.timeout(600_000)
const { db, close } = await connectDatabase(readSettings(process.env), silentLog, signal)
await runImport(db, madeUp(Number(documents), Number(edition)), {
  origin: "team",
  signal,
  log: silentLog,
  staleAfter: 1,
  report: ({ seen, phase }) => console.log(phase, seen)
})
await close()
