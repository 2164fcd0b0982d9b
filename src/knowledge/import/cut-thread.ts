import { parentPort } from "node:worker_threads"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { tryProcessDocument } from "./cut.ts"
import { READY } from "./cutter.ts"

/**
 * The thread that cuts: documents in, what came of each out. Only cutter.ts starts it, and hears of what is thrown
 * here.
 */
parentPort?.on("message", (documents: ImportedDocument[]) => parentPort?.postMessage(documents.map(tryProcessDocument)))
parentPort?.postMessage(READY)
