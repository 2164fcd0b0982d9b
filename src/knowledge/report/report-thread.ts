import { parentPort, workerData } from "node:worker_threads"
import type pg from "pg"
import { setCipher, TextCipher } from "../../storage/encryption/text-cipher.ts"
import { openPool } from "../../storage/open-pool.ts"
import { RELAY_SESSION } from "../../storage/sessions.ts"
import { type KnowledgeReport, type Progress, makeWantedReport, type WantedReport } from "./report.ts"

/** What the thread of a report says. A fault keeps the database's code, by which the relay knows it. */
export type ReportAnswer =
  | { progress: Progress }
  | { report: KnowledgeReport }
  | { fault: { name: string; message: string; code?: string } }

/** What the thread gets, as plain data. */
export interface ReportWork {
  connection: pg.ClientConfig
  /** Those that open encrypted texts. */
  keys: readonly { id: string; secret: Uint8Array }[]
  wanted: WantedReport
}

/** This thread makes one report and ends. Only report-in-thread.ts starts it. */
const { connection, keys, wanted } = workerData as ReportWork

const say = (answer: ReportAnswer) => parentPort?.postMessage(answer)

// A report asks one question after the other.
const { db, close } = openPool({ ...connection, max: 2, application_name: RELAY_SESSION }, { limit: () => undefined })
setCipher(db, new TextCipher(keys.map(({ id, secret }) => ({ id, secret: Buffer.from(secret) }))))
try {
  const signal = new AbortController().signal
  say({ report: await makeWantedReport(db, wanted, { tell: (progress) => say({ progress }), signal }) })
} catch (error) {
  say({ fault: faultOf(error) })
} finally {
  await close()
}

function faultOf(error: unknown): { name: string; message: string; code?: string } {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) }
  const code = "code" in error && typeof error.code === "string" ? { code: error.code } : {}
  return { name: error.name, message: error.message, ...code }
}
