import type { Log } from "../../runtime/log.ts"
import { enterQueue, leaveQueue } from "../../runtime/metrics/work-metrics.ts"

/** The imports that this relay will do, one after the other. What is wanted is in the database, so nothing is lost. */
export interface ImportQueue {
  /** Adds a source, to be imported after so many seconds. If it is asked for again before that, it stays one import. */
  add(collection: string, seconds?: number): void
  /** Waits for the import under way, which must have been told to stop. Nothing else begins. */
  close(): Promise<void>
}

/** @param work imports one source; what it throws is logged */
export function createImportQueue(work: (collection: string) => Promise<void>, log: Log): ImportQueue {
  const waiting = new Map<string, NodeJS.Timeout>()
  let last: Promise<void> = Promise.resolve()
  let closed = false
  const begin = (collection: string) => {
    last = last
      .then(() => {
        waiting.delete(collection)
        return closed ? undefined : work(collection)
      })
      .catch((error: unknown) => log.error("import-queue", error))
      .finally(() => leaveQueue("imports"))
  }
  return {
    add(collection, seconds = 0) {
      if (closed || waiting.has(collection)) return
      enterQueue("imports")
      waiting.set(collection, setTimeout(() => begin(collection), seconds * 1000).unref())
    },
    async close() {
      closed = true
      for (const timer of waiting.values()) clearTimeout(timer)
      await last
    }
  }
}
