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
  let kept = 0
  const take = (piece: Uint8Array, before: number) => {
    const after = before + piece.length
    if (after <= kept) return
    keep?.(piece.subarray(Math.max(0, kept - before)))
    kept = after
  }
  const first = await count(packed, format, { most, take, slowFrom: packed.length - PIECE })
  // It failed within a large piece, of which nobody knows how far it was unpacked.
  const { size, isWhole } = first.isSlow ? first : await count(packed, format, { most, take, slowFrom: first.failedAt })
  return { size, isWhole }
}

/** @param how `take` gets each piece and the bytes before it; `slowFrom` is where small pieces begin */
async function count(
  packed: Uint8Array<ArrayBuffer>,
  format: "deflate" | "deflate-raw",
  { most, take, slowFrom }: { most: number; take: (piece: Uint8Array, before: number) => void; slowFrom: number }
): Promise<{ size: number; isWhole: boolean; failedAt: number; isSlow: boolean }> {
  const unpacking = new DecompressionStream(format)
  const writer = unpacking.writable.getWriter()
  let at = 0
  // Chrome drops what a write has unpacked when the same write comes upon bytes after the end of the data. 48 MB with a
  // line end behind them arrived as 131 kB (Chromium 156), so that little is written at once where the data may end.
  const write = async () => {
    while (at < packed.length) {
      const length = at < slowFrom ? PIECE : SMALL_PIECE
      await writer.write(packed.subarray(at, at + length))
      at += length
    }
    await writer.close()
  }
  // A failure is seen by the reader, which ends then.
  write().catch(() => undefined)
  const reader = unpacking.readable.getReader()
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      take(read.value, size)
      size += read.value.length
      if (size > most) throw new AttachmentError("bomb")
    }
    return { size, isWhole: true, failedAt: at, isSlow: true }
  } catch (error) {
    if (!(error instanceof AttachmentError)) return { size, isWhole: false, failedAt: at, isSlow: at >= slowFrom }
    // The rest stays packed.
    await reader.cancel(error).catch(() => undefined)
    throw error
  }
}

/**
 * In bytes. With 64 alone, 10 MB took 3 to 7 s (Chromium 156), with these 0.1 to 0.5 s. One of them unpacks to 4 MB at
 * most, which is all that waits to be counted.
 */
const PIECE = 4096
/** The last of them may unpack to `UNCOUNTED` bytes that nobody sees. */
const SMALL_PIECE = 64
/** One byte unpacks to 1,032 at most. */
export const UNCOUNTED = SMALL_PIECE * 1032
