import { AttachmentError } from "./attachment-error.ts"

/**
 * Counts what compressed bytes become. `keep` gets each piece, which is dropped otherwise. Data that ends early or is
 * none counts as far as it goes, because the reader of the file says better what is wrong with it; `isWhole` says
 * whether it ended where these bytes do.
 * @throws AttachmentError beyond `most` bytes
 */
export async function inflatedSize(
  packed: Uint8Array<ArrayBuffer>,
  format: "deflate" | "deflate-raw",
  { most, keep }: { most: number; keep?: (piece: Uint8Array) => void }
): Promise<{ size: number; isWhole: boolean }> {
  const unpacking = new DecompressionStream(format)
  const writer = unpacking.writable.getWriter()
  // Chrome drops what a write has unpacked when the same write comes upon bytes after the end of the data. 48 MB with a
  // line end behind them arrived as 131 kB (Chromium 156), so that little is written at once.
  const write = async () => {
    for (let at = 0; at < packed.length; at += PIECE) await writer.write(packed.subarray(at, at + PIECE))
    await writer.close()
  }
  // A failure is seen by the reader, which ends then.
  write().catch(() => undefined)
  const reader = unpacking.readable.getReader()
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length
      if (size > most) throw new AttachmentError("bomb")
      keep?.(read.value)
    }
    return { size, isWhole: true }
  } catch (error) {
    if (!(error instanceof AttachmentError)) return { size, isWhole: false }
    // The rest stays packed.
    await reader.cancel(error).catch(() => undefined)
    throw error
  }
}

/** In bytes. The last of them may unpack to `UNCOUNTED` bytes that nobody sees. */
const PIECE = 64
/** One byte unpacks to 1,032 at most. */
export const UNCOUNTED = PIECE * 1032
