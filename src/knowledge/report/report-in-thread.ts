import { Worker } from "node:worker_threads"
import type pg from "pg"
import { cipherOf } from "../../storage/encryption/text-cipher.ts"
import type { ReportAnswer, ReportWork } from "./report-thread.ts"
import type { Reporter } from "./report.ts"

/**
 * Returns what makes reports in a thread of their own, with connections of their own: a report on ten thousand pages
 * computes for half a minute, in which streams would wait. The thread ends with its report.
 * @param connection plain data, as `Database` has it
 */
export function reportInThread(connection: pg.ClientConfig): Reporter {
  return async (db, wanted, { tell, signal }) => {
    signal.throwIfAborted()
    const worker = new Worker(new URL("report-thread.ts", import.meta.url), {
      execArgv: [],
      workerData: { connection, keys: cipherOf(db).keys, wanted } satisfies ReportWork
    })
    // A relay that stops doesn't wait for a report.
    worker.unref()
    const stop = () => void worker.terminate()
    signal.addEventListener("abort", stop, { once: true })
    try {
      return await new Promise((resolve, reject) => {
        worker.on("message", (answer: ReportAnswer) => {
          if ("progress" in answer) tell?.(answer.progress)
          else if ("report" in answer) resolve(answer.report)
          else reject(Object.assign(new Error(answer.fault.message), answer.fault))
        })
        worker.on("error", reject)
        worker.on("exit", () =>
          reject(signal.aborted ? signal.reason : new Error("The thread that makes the report broke off."))
        )
      })
    } finally {
      signal.removeEventListener("abort", stop)
    }
  }
}
