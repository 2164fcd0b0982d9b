import { parentPort, type MessagePort } from "node:worker_threads"
import { DocumentError, type ImportFile, type ReadItem } from "../formats/common/format.ts"
import { markdownOfPage } from "../formats/html/markdown-of-html.ts"
import { documentsOf } from "../formats/read-documents.ts"
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

  async function readFile(file: Omit<ImportFile, "open">): Promise<void> {
    let items: ReadItem[] = []
    let characters = 0
    const opened = { ...file, open: () => Promise.resolve(bytesOfFile()) }
    for await (const item of documentsOf(opened, new AbortController().signal)) {
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

  port.on("message", (message: ToReadingThread) => {
    if (message.type === "bytes") return bytes.resolve(message.bytes)
    if (message.type === "go-on") return goesOn.resolve()
    const { type, ...job } = message
    const work =
      "html" in job ? markdownOfPage(job.html, job.base).then((page) => ask({ type: "page", page })) : readFile(job)
    work.catch((error: unknown) =>
      ask(
        error instanceof DocumentError
          ? { type: "refused", reason: error.message }
          : { type: "fault", message: error instanceof Error ? `${error.name}: ${error.message}` : type }
      )
    )
  })
}

/** Of one message to the thread of the relay, which would wait longer for more. */
const MAX_ITEMS = 200
const MAX_CHARACTERS = 500_000
