import { parentPort } from "node:worker_threads"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { tryProcessDocument } from "./process-document.ts"
import { READY } from "./document-processor.ts"

/**
 * This thread processes documents and answers with the result of each. Only document-processor.ts starts it and
 * receives what is thrown here.
 */
parentPort?.on("message", (documents: ImportedDocument[]) => parentPort?.postMessage(documents.map(tryProcessDocument)))
parentPort?.postMessage(READY)
