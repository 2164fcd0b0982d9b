import { DocumentError, type Format, type ImportFile, type ReadItem } from "../formats/common/format.ts"
import { peek } from "../formats/common/peek.ts"
import { docx } from "../formats/docx.ts"
import { office } from "../formats/office.ts"
import { readFeed } from "../formats/feed.ts"
import { pdf } from "../formats/pdf.ts"
import { documentsOf, formatOf } from "../formats/read-documents.ts"
import { MAX_BYTES_HERE, feedInThread, readInThread } from "./reading-thread.ts"

/**
 * Yields the documents of one file, as `documentsOf` does. A short text is read in this thread; everything else, and
 * whatever is packed, has a thread of its own, with a deadline and a bound on its memory, so that nobody else waits.
 * @throws the signal's reason, and what opening and reading the file throws
 */
export async function* documentsOfFile(file: ImportFile, signal: AbortSignal): AsyncGenerator<ReadItem, void> {
  const format = formatOf(file.path)
  // What is refused by its name or size isn't opened.
  if (!format || file.size > format.largest) return yield* documentsOf(file, signal)
  try {
    // An archive may state a wrong size, so the bytes tell.
    const { head, whole, close } = await peek(await file.open(), MAX_BYTES_HERE + 1, signal)
    try {
      const opened = { ...file, open: () => Promise.resolve(whole) }
      const isShort = head.length <= MAX_BYTES_HERE && !PACKED.has(format)
      yield* isShort ? documentsOf(opened, signal) : readInThread(opened, signal)
    } finally {
      await close()
    }
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    yield { type: "failed", path: file.path, reason: error.message }
  }
}

/**
 * Yields the products of a feed, as `readFeed` does. A long one is read by a thread in the same way.
 * @throws DocumentError if nothing of it can be read, and also after its last product if it is cut, takes too long or
 * too much memory; the signal's reason, and what opening and reading the file throws
 */
export async function* productsOfFeed(
  file: ImportFile,
  signal: AbortSignal,
  charset?: string
): AsyncGenerator<ReadItem, void> {
  const { head, whole, close } = await peek(await file.open(), MAX_BYTES_HERE + 1, signal)
  try {
    const opened = { ...file, open: () => Promise.resolve(whole) }
    yield* head.length <= MAX_BYTES_HERE ? readFeed(opened, signal, charset) : feedInThread(opened, signal, charset)
  } finally {
    await close()
  }
}

/** A few bytes of these may hold very much. */
const PACKED = new Set<Format>([docx, office, pdf])
