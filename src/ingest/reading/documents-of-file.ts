import { DocumentError, type Format, type ImportFile, type ReadItem } from "../formats/common/format.ts"
import { peek } from "../formats/common/peek.ts"
import { docx } from "../formats/docx.ts"
import { office } from "../formats/office.ts"
import { pdf } from "../formats/pdf.ts"
import { documentsOf, formatOf } from "../formats/read-documents.ts"
import { readInThread } from "./reading-thread.ts"

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

/** So many bytes of a text are read within a few milliseconds, in whatever way they are written. */
export const MAX_BYTES_HERE = 16_000

/** A few bytes of these may hold very much. */
const PACKED = new Set<Format>([docx, office, pdf])
