import { parentPort } from "node:worker_threads"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { tryProcessDocument } from "./process-document.ts"
import { READY } from "./document-processor.ts"

/**
 * The thread that cuts: documents in, what came of each out. Only document-processor.ts starts it, and hears of what is thrown
 * here.
 */
parentPort?.on("message", (documents: ImportedDocument[]) => parentPort?.postMessage(documents.map(tryProcessDocument)))
parentPort?.postMessage(READY)
