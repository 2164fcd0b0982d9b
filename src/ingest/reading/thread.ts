import { parentPort, type MessagePort } from "node:worker_threads"
import { DocumentError, type ImportFile, type ReadItem } from "../formats/common/format.ts"
import { readFeed } from "../formats/feed.ts"
import { documentsOf } from "../formats/read-documents.ts"
import { markdownOf } from "./markdown-of.ts"
import type { FromReadingThread, ToReadingThread } from "./messages.ts"

/** This thread reads files and pages of an import. Only reading-thread.ts starts it. */
if (parentPort) listen(parentPort)

function listen(port: MessagePort): void {
  const ask = (message: FromReadingThread) => port.postMessage(message)
  /** A format may read on while its last documents aren't taken yet, so each has its own answer. */
  let bytes = Promise.withResolvers<Uint8Array | undefined>()
  let goesOn = Promise.withResolvers<void>()

  async function* bytesOfFile(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      bytes = Promise.withResolvers()
      ask({ type: "want-bytes" })
      const next = await bytes.promise
      if (!next) return
      yield next
    }
  }

  const opened = (file: Omit<ImportFile, "open">) => ({ ...file, open: () => Promise.resolve(bytesOfFile()) })

  async function answerItems(all: AsyncIterable<ReadItem>): Promise<void> {
    let items: ReadItem[] = []
    let characters = 0
    for await (const item of all) {
      items.push(item)
      characters += item.type === "document" ? item.document.body.length : 0
      if (items.length < MAX_ITEMS && characters < MAX_CHARACTERS) continue
      goesOn = Promise.withResolvers()
      ask({ type: "items", items, isLast: false })
      await goesOn.promise
      items = []
      characters = 0
    }
    ask({ type: "items", items, isLast: true })
  }

  async function doJob(job: Exclude<ToReadingThread, { type: "bytes" | "go-on" }>): Promise<void> {
    if (job.type === "html") return ask({ type: "html", text: await markdownOf(job.of, job.html, job.base) })
    if (job.type === "file") return answerItems(documentsOf(opened(job), never))
    return answerItems(readFeed(opened(job), never, job.charset))
  }

  port.on("message", (message: ToReadingThread) => {
    if (message.type === "bytes") return bytes.resolve(message.bytes)
    if (message.type === "go-on") return goesOn.resolve()
    const work = doJob(message)
    work.catch((error: unknown) =>
      ask(
        error instanceof DocumentError
          ? { type: "refused", reason: error.message }
          : { type: "fault", message: error instanceof Error ? `${error.name}: ${error.message}` : message.type }
      )
    )
  })
}

/** Whoever no longer wants the result ends the thread. */
const never = new AbortController().signal

/** Of one message to the thread of the relay, which would wait longer for more. */
const MAX_ITEMS = 200
const MAX_CHARACTERS = 500_000
