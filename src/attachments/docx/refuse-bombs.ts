import { AttachmentError } from "../common/attachment-error.ts"
import { inflatedSize } from "../common/inflated-size.ts"

/**
 * Unpacks every part of a Word document, whatever its name and the size that it claims, and counts the bytes that
 * arrive. mammoth would hold them in memory. @throws AttachmentError if it is a bomb, locked, or no Word document
 */
export async function refuseBombs(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  const parts = view.getUint16(end + 10, true)
  if (parts > MOST_PARTS) throw new AttachmentError("bomb")
  let at = view.getUint32(end + 16, true)
  let left = LARGEST
  let isDocument = false
  for (let n = 0; n < parts; n++) {
    const part = entryAt(view, at)
    if (part.isLocked) throw new AttachmentError("encrypted")
    if (part.name === "word/document.xml" || part.name === "[Content_Types].xml") isDocument = true
    const packed = bytes.subarray(part.begin, part.begin + part.length)
    left -= part.isPacked ? await inflatedSize(packed, "deflate-raw", left) : packed.length
    if (left < 0) throw new AttachmentError("bomb")
    at = part.next
  }
  if (!isDocument) throw new AttachmentError("wrong-type")
}

const MOST_PARTS = 2000
/** In bytes. A book of 200,000 words takes 20 MB. */
const LARGEST = 40_000_000

interface Entry {
  name: string
  isPacked: boolean
  isLocked: boolean
  begin: number
  length: number
  /** Where the next entry of the directory is. */
  next: number
}

/** Finds the record that ends a zip archive. It may be followed by a comment. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new AttachmentError("broken-docx")
}

function entryAt(view: DataView, at: number): Entry {
  try {
    if (view.getUint32(at, true) !== 0x02014b50) throw new AttachmentError("broken-docx")
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    return {
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      isPacked: view.getUint16(at + 10, true) !== 0,
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      begin: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      length: view.getUint32(at + 20, true),
      next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
  } catch (cause) {
    // It points beyond the end of the file.
    if (cause instanceof RangeError) throw new AttachmentError("broken-docx", { cause })
    throw cause
  }
}
