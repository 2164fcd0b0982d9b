import { AttachmentError } from "./attachment-error.ts"

/**
 * Counts what compressed bytes become. `keep` gets each piece, which is dropped otherwise. Data that ends early or is
 * none counts as far as it goes, because the reader of the file says better what is wrong with it.
 * @throws AttachmentError beyond `most` bytes
 */
export async function inflatedSize(
  packed: Uint8Array<ArrayBuffer>,
  format: "deflate" | "deflate-raw",
  { most, keep }: { most: number; keep?: (piece: Uint8Array) => void }
): Promise<number> {
  const unpacking = new DecompressionStream(format)
  const writer = unpacking.writable.getWriter()
  const writing = writer.write(packed).then(() => writer.close())
  // A failure is seen by the reader, which ends then.
  writing.catch(() => undefined)
  const reader = unpacking.readable.getReader()
  let size = 0
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      size += read.value.length
      if (size > most) throw new AttachmentError("bomb")
      keep?.(read.value)
    }
  } catch (error) {
    if (error instanceof AttachmentError) {
      // The rest stays packed.
      await reader.cancel(error).catch(() => undefined)
      throw error
    }
  }
  return size
}
