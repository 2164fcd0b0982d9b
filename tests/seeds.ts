import { existsSync, readdirSync, readlinkSync } from "node:fs"
import { join } from "node:path"
import { databaseProcess, temporaryFolder } from "./relay/help/data-folder.ts"

/**
 * Vitest's global setup: a place for the databases that tests copy (`relay/help/seed.ts`), and for the servers and
 * browsers that they share (`storage/help/shared-server.ts`, `e2e/help/shared.ts`), gone after the run.
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
      endBrowser(join(folder, name, "profile"))
    }
    remove()
  }
}

/** One that ends by itself still writes into its profile when that was removed. */
function endBrowser(profile: string): void {
  if (!existsSync(profile) || !readdirSync(profile).includes("SingletonLock")) return
  // The link leads nowhere: it holds the name of the machine and the number of the process.
  const [, number] = /-(\d+)$/.exec(readlinkSync(join(profile, "SingletonLock"))) ?? []
  try {
    process.kill(Number(number), "SIGKILL")
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error
  }
}
