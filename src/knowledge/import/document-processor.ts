import { setImmediate as othersTurn } from "node:timers/promises"
import { Worker } from "node:worker_threads"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { tryProcessDocument, type ProcessedDocument, type ProcessingRefusal } from "./process-document.ts"

/**
 * Processes the documents of one import. The first ones are processed in this thread, which yields between them. Those
 * of a large import go to a separate thread as soon as it has started.
 */
export interface DocumentProcessor {
  /**
   * Processes documents. Requests made while it is busy wait. The documents must be plain data.
   * @returns for each document what is stored, or why it can't be imported
   * @throws errors that no document causes
   */
  process(documents: readonly ImportedDocument[]): Promise<(ProcessedDocument | ProcessingRefusal)[]>
  /** Ends the thread. The work that is in progress fails with an error. */
  release(): Promise<void>
}

interface Options {
  /**
   * After this many documents a thread is started. From then on it pays off, because starting it takes as long as some
   * hundred documents.
   */
  before?: number
  /** Tests replace the thread's script with this one. */
  script?: URL
}

export function createDocumentProcessor({
  before = 150,
  script = new URL("processing-thread.ts", import.meta.url)
}: Options = {}): DocumentProcessor {
  let thread: Thread | undefined
  let count = 0
  return {
    async process(documents) {
      count += documents.length
      if (count > before && documents.length > 0) thread ??= startThread(script)
      const outcomes: (ProcessedDocument | ProcessingRefusal)[] = []
      for (const document of documents) {
        if (thread?.hasBegun()) break
        outcomes.push(tryProcessDocument(document))
        await othersTurn()
      }
      const parts: Promise<(ProcessedDocument | ProcessingRefusal)[]>[] = []
      for (let from = outcomes.length; thread && from < documents.length; from += AT_ONCE)
        parts.push(thread.cut(documents.slice(from, from + AT_ONCE)))
      return outcomes.concat(...(await Promise.all(parts)))
    },
    async release() {
      await thread?.end()
    }
  }
}

/**
 * The thread gets this many documents at a time. With more, it would need more memory and spend longer on garbage
 * collection.
 */
const AT_ONCE = 50

interface Thread {
  /** Returns whether the thread works or has failed for good. Until then, nobody waits for it. */
  hasBegun(): boolean
  cut(documents: readonly ImportedDocument[]): Promise<(ProcessedDocument | ProcessingRefusal)[]>
  end(): Promise<unknown>
}

function startThread(script: URL): Thread {
  const worker = new Worker(script, { execArgv: [] })
  /** These are the pending requests, in the order in which the thread answers. */
  const asked: PromiseWithResolvers<(ProcessedDocument | ProcessingRefusal)[]>[] = []
  let begun = false
  let fault: Error | undefined
  const broke = (cause: unknown) => {
    fault ??= new Error("The thread that cuts documents broke off.", { cause })
    for (const one of asked.splice(0)) one.reject(fault)
  }
  worker
    .on("message", (message: (ProcessedDocument | ProcessingRefusal)[] | typeof READY) => {
      if (message === READY) begun = true
      else asked.shift()?.resolve(message)
    })
    .on("error", broke)
    .on("exit", broke)
  return {
    hasBegun: () => begun || fault !== undefined,
    async cut(documents) {
      if (fault) throw fault
      const own = Promise.withResolvers<(ProcessedDocument | ProcessingRefusal)[]>()
      asked.push(own)
      worker.postMessage(documents)
      return own.promise
    },
    end: () => worker.terminate()
  }
}

/** The thread sends this message when it is ready. */
export const READY = "ready"
