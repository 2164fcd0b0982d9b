import { setImmediate as othersTurn } from "node:timers/promises"
import { Worker } from "node:worker_threads"
import type { ImportedDocument } from "../sources/source.ts"
import { tryCut, type Cut, type Refusal } from "./cut.ts"

/** Cuts the documents of one import: the first between two turns of everybody else, those of a large import in a thread beside it. */
export interface Cutter {
  /**
   * One call at a time. The documents must be plain data.
   * @returns of each what is stored, or why it can't be taken
   * @throws what is no fault of a document's
   */
  cut(documents: readonly ImportedDocument[]): Promise<(Cut | Refusal)[]>
  /** Ends the thread. What it is busy with is thrown as broken off. */
  release(): Promise<void>
}

interface Options {
  /** Documents that are cut without a thread: it takes as long to start as these. */
  before?: number
  /** In tests, what stands in for the thread's script. */
  script?: URL
}

export function createCutter({ before = 800, script = new URL("cut-thread.ts", import.meta.url) }: Options = {}): Cutter {
  let thread: Thread | undefined
  let count = 0
  return {
    async cut(documents) {
      count += documents.length
      if (count > before && documents.length > 0) return (thread ??= startThread(script)).cut(documents)
      const outcomes: (Cut | Refusal)[] = []
      for (const document of documents) {
        outcomes.push(tryCut(document))
        await othersTurn()
      }
      return outcomes
    },
    async release() {
      await thread?.end()
    }
  }
}

interface Thread {
  cut(documents: readonly ImportedDocument[]): Promise<(Cut | Refusal)[]>
  end(): Promise<unknown>
}

function startThread(script: URL): Thread {
  const worker = new Worker(script, { execArgv: [] })
  let asked: PromiseWithResolvers<(Cut | Refusal)[]> | undefined
  let fault: Error | undefined
  const broke = (cause: unknown) => {
    fault ??= new Error("The thread that cuts documents broke off.", { cause })
    asked?.reject(fault)
  }
  worker.on("message", (outcomes: (Cut | Refusal)[]) => asked?.resolve(outcomes)).on("error", broke).on("exit", broke)
  return {
    async cut(documents) {
      if (fault) throw fault
      asked = Promise.withResolvers()
      worker.postMessage(documents)
      return asked.promise
    },
    end: () => worker.terminate()
  }
}
