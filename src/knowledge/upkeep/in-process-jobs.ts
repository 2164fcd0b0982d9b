import type { Log } from "../../runtime/log.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Jobs } from "./jobs.ts"

/**
 * In place of pg-boss where the database lets us make no schema for it: imports that are asked for run here, one after
 * the other; there are no schedules.
 */
export function createInProcessJobs(work: (collection: string) => Promise<void>, log: Log): Jobs {
  const waiting = new Map<string, NodeJS.Timeout>()
  let last: Promise<void> = Promise.resolve()
  let closed = false
  const begin = (collection: string) => {
    waiting.delete(collection)
    last = last
      .then(() => (closed ? undefined : work(collection)))
      .catch((error: unknown) => log.error("import-here", error))
  }
  return {
    async send(collection, seconds = 0) {
      if (!waiting.has(collection)) waiting.set(collection, setTimeout(() => begin(collection), seconds * 1000).unref())
    },
    async schedule(_, cron) {
      if (cron) throw new Problem(409, "no-jobs", "There are no schedules on this database.")
    },
    async close() {
      closed = true
      for (const timer of waiting.values()) clearTimeout(timer)
      await last
    }
  }
}
