import { createInflate } from "node:zlib"
import { refusePdfBombs, type PdfCounting } from "../../../text/bytes/pdf/refuse-pdf-bombs.ts"
import { bombError } from "../common/format.ts"

/**
 * Checks how large the compressed parts of a handbook become. It stops at the signal.
 * @throws DocumentError for one that unpacks to far more than its size allows
 */
export const refuseBombs = (bytes: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<void> =>
  refusePdfBombs(bytes, countingWith(signal))

const countingWith = (signal: AbortSignal): PdfCounting => ({
  inflate: async (packed, { most, keep }) => {
    signal.throwIfAborted()
    const unpacking = createInflate({ chunkSize: 262_144 })
    unpacking.end(packed)
    let size = 0
    try {
      for await (const piece of unpacking as AsyncIterable<Buffer>) {
        signal.throwIfAborted()
        size += piece.length
        if (size > most) throw bombError()
        keep?.(piece)
      }
      return { size, isWhole: true }
    } catch (error) {
      // Broken data are left to the PDF reader, which describes them better.
      if (!(error instanceof Error && "code" in error && String(error.code).startsWith("Z_"))) throw error
      return { size, isWhole: false }
    }
  },
  limits: LIMITS,
  bomb: bombError
})

/**
 * A page scanned at 600 dpi in four colours is one picture of 139 MB. Three thousand pages with drawings, and some
 * hundred screenshots, take as much as the others say.
 */
const LIMITS = { list: 140_000_000, all: 500_000_000, pictures: 2_000_000_000 }
