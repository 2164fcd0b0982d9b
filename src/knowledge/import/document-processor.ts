import { setImmediate as othersTurn } from "node:timers/promises"
import { Worker } from "node:worker_threads"
import type { ImportedDocument } from "../../ingest/source/source.ts"
import { tryProcessDocument, type ProcessedDocument, type ProcessingRefusal } from "./process-document.ts"

/**
 * Processes the documents of one import. The first ones are processed in this thread, which yields between them. Long
 * ones, and those of a large import as soon as it has started, go to a separate thread.
 */
export interface DocumentProcessor {
  /**
   * Processes documents. Requests made while it is busy wait. The documents must be plain data.
   * @returns for each document what is stored, or why it can't be imported, also if that takes too long or too much
   * memory
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
  /** Returns the milliseconds that documents with so many characters may take. */
  deadline?: (characters: number) => number
  /** Tests replace the thread's script with this one. */
  script?: URL
}

export function createDocumentProcessor({
  before = 150,
  deadline = (characters) => 30_000 + characters / 20,
  script = new URL("processing-thread.ts", import.meta.url)
}: Options = {}): DocumentProcessor {
  let thread: Thread | undefined
  let count = 0
  let isReleased = false
  const inThread = (documents: readonly ImportedDocument[]) => {
    if (thread?.isOver()) thread = undefined
    return (thread ??= startThread(script, deadline)).cut(documents)
  }
  /** Processes documents in the thread. If they were too much for it, each is tried once more by itself. */
  const cut = async (documents: readonly ImportedDocument[]): Promise<(ProcessedDocument | ProcessingRefusal)[]> => {
    try {
      return await inThread(documents)
    } catch (error) {
      if (!(error instanceof TooMuch) || isReleased) throw error
      if (documents.length === 1) return [{ refused: error.message }]
      const outcomes: (ProcessedDocument | ProcessingRefusal)[] = []
      for (const document of documents) outcomes.push(...(await cut([document])))
      return outcomes
    }
  }
  return {
    async process(documents) {
      count += documents.length
      if (count > before && documents.length > 0) thread ??= startThread(script, deadline)
      const outcomes: (ProcessedDocument | ProcessingRefusal)[] = []
      for (const document of documents) {
        if (thread?.hasBegun() || document.body.length > MAX_CHARACTERS_HERE) break
        outcomes.push(tryProcessDocument(document))
        await othersTurn()
      }
      const parts: Promise<(ProcessedDocument | ProcessingRefusal)[]>[] = []
      for (let from = outcomes.length; from < documents.length; from += AT_ONCE)
        parts.push(cut(documents.slice(from, from + AT_ONCE)))
      return outcomes.concat(...(await Promise.all(parts)))
    },
    async release() {
      isReleased = true
      await thread?.end()
    }
  }
}

/**
 * The thread gets this many documents at a time. With more, it would need more memory and spend longer on garbage
 * collection.
 */
const AT_ONCE = 50

/** A document with so many characters is processed within some milliseconds, in whatever way it is written. */
const MAX_CHARACTERS_HERE = 16_000
/** A document with five million characters needs a third of it. */
const MAX_MEMORY_MB = 1024

/** The thread was ended, because documents were too much for it. The message is for the person who imports them. */
class TooMuch extends Error {}

const TOO_LONG = "Cutting it into passages took too long, so it wasn't taken. Divide it into several documents."
const TOO_LARGE = "Cutting it into passages took too much memory, so it wasn't taken. Divide it into several documents."

interface Thread {
  /** Returns whether the thread works or has failed for good. Until then, nobody waits for it. */
  hasBegun(): boolean
  /** Returns whether it was ended because documents were too much for it, so that another one may start. */
  isOver(): boolean
  cut(documents: readonly ImportedDocument[]): Promise<(ProcessedDocument | ProcessingRefusal)[]>
  end(): Promise<unknown>
}

function startThread(script: URL, deadline: (characters: number) => number): Thread {
  const worker = new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB } })
  /** The pending requests, in the order in which the thread answers. */
  const asked: Asked[] = []
  let watch: NodeJS.Timeout | undefined
  let begun = false
  let fault: Error | undefined
  const broke = (cause: unknown) => {
    clearTimeout(watch)
    fault ??= isOutOfMemory(cause)
      ? new TooMuch(TOO_LARGE, { cause })
      : new Error("The thread that cuts documents broke off.", { cause })
    for (const one of asked.splice(0)) one.reject(fault)
  }
  /** The documents are cut one request after the other, so the deadline is that of the first. */
  const watchFirst = () => {
    clearTimeout(watch)
    const [first] = asked
    if (first)
      watch = setTimeout(() => {
        fault ??= new TooMuch(TOO_LONG)
        void worker.terminate()
      }, deadline(first.characters))
  }
  worker
    .on("message", (message: (ProcessedDocument | ProcessingRefusal)[] | typeof READY) => {
      if (message === READY) begun = true
      else {
        asked.shift()?.resolve(message)
        watchFirst()
      }
    })
    .on("error", broke)
    .on("exit", broke)
  return {
    hasBegun: () => begun || fault !== undefined,
    isOver: () => fault instanceof TooMuch,
    async cut(documents) {
      if (fault) throw fault
      const own = Promise.withResolvers<(ProcessedDocument | ProcessingRefusal)[]>()
      asked.push({ ...own, characters: documents.reduce((sum, { body }) => sum + body.length, 0) })
      if (asked.length === 1) watchFirst()
      worker.postMessage(documents)
      return own.promise
    },
    end: () => worker.terminate()
  }
}

interface Asked extends PromiseWithResolvers<(ProcessedDocument | ProcessingRefusal)[]> {
  characters: number
}

const isOutOfMemory = (cause: unknown) =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY"

/** The thread sends this message when it is ready. */
export const READY = "ready"
