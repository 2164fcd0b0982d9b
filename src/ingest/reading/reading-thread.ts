import { Worker } from "node:worker_threads"
import { DocumentError, type ImportFile, type ReadItem } from "../formats/common/format.ts"
import type { FromReadingThread, HtmlKind, HtmlText, ToReadingThread } from "./messages.ts"

interface Options {
  /** Milliseconds that reading may take between two questions of the thread, after so many bytes. */
  deadline?: (bytes: number) => number
  memoryMb?: number
  /** Tests replace the thread's script with this one. */
  script?: URL
}

/**
 * Yields the documents of one file, which a thread reads, so that nobody else waits. If it takes too long or too much
 * memory, the thread ends, and the result is one failed item with the reason.
 * @throws the signal's reason, and what opening and reading the file's bytes throws
 */
export async function* readInThread(
  file: ImportFile,
  signal: AbortSignal,
  options: Options = {}
): AsyncGenerator<ReadItem, void> {
  const { path, size, visibility } = file
  try {
    yield* itemsInThread({ type: "file", path, size, visibility }, file, signal, options)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    yield { type: "failed", path, reason: error.message }
  }
}

/**
 * Yields the products of a feed, as `readFeed` does, in the same way.
 * @throws DocumentError, also if it takes too long or too much memory; the signal's reason, and what opening and
 * reading the file's bytes throws
 */
export function feedInThread(
  file: ImportFile,
  signal: AbortSignal,
  charset?: string,
  options: Options = {}
): AsyncGenerator<ReadItem, void> {
  const { path, size, visibility } = file
  return itemsInThread({ type: "feed", path, size, visibility, charset }, file, signal, options)
}

async function* itemsInThread(
  job: ToReadingThread,
  file: ImportFile,
  signal: AbortSignal,
  options: Options
): AsyncGenerator<ReadItem, void> {
  const thread = takeThread(options, signal)
  let bytes: AsyncIterator<Uint8Array> | undefined
  let isIdle = false
  try {
    thread.say(job)
    for (;;) {
      const message = await thread.answer()
      if (message.type === "want-bytes") {
        bytes ??= (await file.open())[Symbol.asyncIterator]()
        const next = await bytes.next()
        thread.say({ type: "bytes", bytes: next.done ? undefined : next.value })
      } else if (message.type === "items") {
        isIdle = message.isLast
        yield* message.items
        if (message.isLast) return
        thread.say({ type: "go-on" })
      } else throw errorOf(message)
    }
  } finally {
    await bytes?.return?.()
    thread.leave(isIdle)
  }
}

/**
 * Converts HTML of a kind to Markdown, as `markdownOf` does.
 * @throws DocumentError, also if it takes too long or too much memory; the signal's reason
 */
export async function htmlInThread(
  of: HtmlKind,
  html: string,
  base: string | undefined,
  signal: AbortSignal,
  options: Options = {}
): Promise<HtmlText | undefined> {
  const thread = takeThread(options, signal)
  let isIdle = false
  try {
    thread.say({ type: "html", of, html, base })
    const message = await thread.answer()
    isIdle = message.type === "html" || message.type === "refused"
    if (message.type === "html") return message.text
    throw errorOf(message)
  } finally {
    thread.leave(isIdle)
  }
}

const errorOf = (message: FromReadingThread) =>
  message.type === "refused"
    ? new DocumentError(message.reason)
    : new Error(`The thread that reads files failed: ${message.type === "fault" ? message.message : message.type}`)

/** The largest page that may be imported, of ten million characters, needs a third of it. */
const MAX_MEMORY_MB = 1024
const deadlineFor = (bytes: number) => 30_000 + bytes / 100
/** A thread that reads nothing ends after this time, and its memory is free again. */
const IDLE_MS = 10_000

interface Thread {
  say(message: ToReadingThread): void
  /** @throws DocumentError if it takes too long, or too much memory */
  answer(): Promise<FromReadingThread>
  /** Gives it back for the next file, or ends it if it is in the middle of one. */
  leave(isIdle: boolean): void
}

const idle: { worker: Worker; timer: NodeJS.Timeout }[] = []

function takeThread({ deadline = deadlineFor, memoryMb, script }: Options, signal: AbortSignal): Thread {
  signal.throwIfAborted()
  const free = script ? undefined : idle.pop()
  clearTimeout(free?.timer)
  const worker = free?.worker ?? startWorker(script ?? new URL("thread.ts", import.meta.url), memoryMb)
  worker.ref()
  let bytes = 0
  const messages: FromReadingThread[] = []
  let end: { error: unknown } | undefined
  let waiting: PromiseWithResolvers<void> | undefined
  const take = (message: FromReadingThread) => {
    messages.push(message)
    waiting?.resolve()
  }
  const endWith = (error: unknown) => {
    end ??= { error }
    waiting?.resolve()
  }
  const breakOff = (cause: unknown) => endWith(faultOf(cause))
  const abort = () => endWith(signal.reason)
  worker.on("message", take).on("error", breakOff).on("exit", breakOff)
  signal.addEventListener("abort", abort, { once: true })
  return {
    say(message) {
      bytes +=
        message.type === "bytes" ? (message.bytes?.length ?? 0) : message.type === "html" ? message.html.length : 0
      worker.postMessage(message)
    },
    async answer() {
      const timer = setTimeout(() => endWith(new DocumentError(TOO_LONG)), deadline(bytes))
      for (;;) {
        const message = messages.shift()
        if (message || end) clearTimeout(timer)
        if (end) throw end.error
        if (message) return message
        waiting = Promise.withResolvers()
        await waiting.promise
      }
    },
    leave(isIdle) {
      signal.removeEventListener("abort", abort)
      worker.off("message", take).off("error", breakOff).off("exit", breakOff)
      if (!isIdle || script) return void worker.terminate()
      worker.unref()
      const timer = setTimeout(() => {
        idle.splice(
          idle.findIndex((one) => one.worker === worker),
          1
        )
        void worker.terminate()
      }, IDLE_MS).unref()
      idle.push({ worker, timer })
    }
  }
}

function startWorker(script: URL, memoryMb = MAX_MEMORY_MB): Worker {
  // An error in a thread that nobody listens to would end the process.
  return new Worker(script, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } }).on(
    "error",
    () => undefined
  )
}

const faultOf = (cause: unknown) =>
  cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? new DocumentError(TOO_MUCH, { cause })
    : new Error("The thread that reads files broke off.", { cause })

const TOO_LONG =
  "Reading it took too long and was stopped, so nothing more of it was taken. Save it in several smaller files, and import those."
const TOO_MUCH =
  "Reading it took too much memory and was stopped, so nothing more of it was taken. Save it in several smaller files, and import those."

/** So many bytes of a text are read within a few milliseconds, in whatever way they are written. */
export const MAX_BYTES_HERE = 16_000
