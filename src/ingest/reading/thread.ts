import { parentPort, type MessagePort } from "node:worker_threads"
import { DocumentError, type ImportFile, type ReadItem } from "../formats/common/format.ts"
import { markdownOfPage } from "../formats/html/markdown-of-html.ts"
import { documentsHere } from "../formats/read-documents.ts"
import type { FromReadingThread, ToReadingThread } from "./messages.ts"

/** This thread reads files and pages of an import. Only reading-thread.ts starts it. */
if (parentPort) listen(parentPort)

function listen(port: MessagePort): void {
  const ask = (message: FromReadingThread) => port.postMessage(message)
  let answer: PromiseWithResolvers<Uint8Array | undefined> | undefined
  const answered = (message: FromReadingThread) => {
    answer = Promise.withResolvers()
    ask(message)
    return answer.promise
  }

  async function* bytesOfFile(): AsyncGenerator<Uint8Array, void> {
    for (;;) {
      const bytes = await answered({ type: "want-bytes" })
      if (!bytes) return
      yield bytes
    }
  }

  async function readFile(file: Omit<ImportFile, "open">): Promise<void> {
    let items: ReadItem[] = []
    let characters = 0
    const opened = { ...file, open: () => Promise.resolve(bytesOfFile()) }
    for await (const item of documentsHere(opened, new AbortController().signal)) {
      items.push(item)
      characters += item.type === "document" ? item.document.body.length : 0
      if (items.length < MAX_ITEMS && characters < MAX_CHARACTERS) continue
      await answered({ type: "items", items, isLast: false })
      items = []
      characters = 0
    }
    ask({ type: "items", items, isLast: true })
  }

  port.on("message", (message: ToReadingThread) => {
    if (message.type === "bytes") return answer?.resolve(message.bytes)
    if (message.type === "go-on") return answer?.resolve(undefined)
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
const MAX_ITEMS = 20
const MAX_CHARACTERS = 500_000
