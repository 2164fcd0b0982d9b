import { existsSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { databaseProcess, temporaryFolder } from "./relay/help/data-folder.ts"

/**
 * Vitest's global setup: a place for the databases that tests copy (`relay/help/seed.ts`) and the servers that they
 * share (`storage/help/shared-server.ts`), gone after the run.
 */
export default function setup(): (() => void) | undefined {
  // There is no `cp -a`.
  if (process.platform === "win32") return undefined
  const { folder, remove } = temporaryFolder()
  process.env["REPLYWRIGHT_SEEDS"] = folder
  return () => {
    for (const name of readdirSync(folder)) {
      const data = join(folder, name, "data")
      // Vitest ends its processes without a word, and what they have started goes on.
      if (existsSync(join(data, "database/postmaster.pid"))) process.kill(databaseProcess(data), "SIGQUIT")
    }
    remove()
  }
}
