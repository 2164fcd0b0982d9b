import { setImmediate as othersTurn } from "node:timers/promises"
import { Worker } from "node:worker_threads"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { tryProcessDocument, type ProcessedDocument, type ProcessingRefusal } from "./process-document.ts"

/**
 * Cuts the documents of one import: the first between two turns of everybody else, those of a large import in a thread
 * beside it, as soon as that has started.
 */
export interface DocumentProcessor {
  /**
   * What is asked while it is busy waits in turn. The documents must be plain data.
   * @returns of each what is stored, or why it can't be taken
   * @throws what is no fault of a document's
   */
  process(documents: readonly ImportedDocument[]): Promise<(ProcessedDocument | ProcessingRefusal)[]>
  /** Ends the thread. What it is busy with is thrown as broken off. */
  release(): Promise<void>
}

interface Options {
  /** Documents after which a thread is started: from then on it pays, for it takes as long as some hundred of them. */
  before?: number
  /** In tests, what stands in for the thread's script. */
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

/** What the thread is given at a time: of more it would hold more, and tidy up longer. */
const AT_ONCE = 50

interface Thread {
  /** Whether it works, or never will: until then nobody waits for it. */
  hasBegun(): boolean
  cut(documents: readonly ImportedDocument[]): Promise<(ProcessedDocument | ProcessingRefusal)[]>
  end(): Promise<unknown>
}

function startThread(script: URL): Thread {
  const worker = new Worker(script, { execArgv: [] })
  /** In the order in which it answers. */
  const asked: PromiseWithResolvers<(ProcessedDocument | ProcessingRefusal)[]>[] = []
  let begun = false
  let fault: Error | undefined
  const broke = (cause: unknown) => {
    fault ??= new Error("The thread that cuts documents broke off.", { cause })
    for (const one of asked.splice(0)) one.reject(fault)
  }
  worker
    .on("message", (told: (ProcessedDocument | ProcessingRefusal)[] | typeof READY) => {
      if (told === READY) begun = true
      else asked.shift()?.resolve(told)
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

/** The first that a thread says. */
export const READY = "ready"
