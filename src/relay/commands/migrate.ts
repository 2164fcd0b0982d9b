import { createLog } from "../../runtime/log.ts"
import { readSettings } from "../../runtime/settings.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { connectDatabase } from "../../storage/database.ts"
import { executedSteps, migrate } from "../../storage/migrate.ts"
import { UsageError, type Command } from "./command.ts"

/** Brings the schema up to date, as a relay does when it starts. A relay of the version before may be running. */
export const migrateCommand: Command = {
  async run(args, { environment, print, signal }) {
    if (args.length > 0) throw new UsageError("This command takes nothing: npm run relay -- migrate")
    const { db, location, close } = await connectDatabase(readSettings(environment), createLog(), signal, {
      migrate: false,
      applicationName: "replywright migrate"
    })
    try {
      const before = (await executedSteps(db)).at(-1)
      const steps = await migrate(db)
      const now = (await executedSteps(db)).at(-1)
      if (steps.length > 0) await writeAuditEntry(db, null, "schema-migrated", steps, new Date())
      if (steps.length === 0) print(`${location} is up to date (${now}). Nothing was to be done.`)
      else {
        print(`${location} was ${before === undefined ? "empty" : `at ${before}`} and is now at ${now}. Done:`)
        for (const step of steps) print(`  ${step}`)
      }
    } finally {
      await close()
    }
  }
}
