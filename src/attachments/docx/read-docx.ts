import mammoth from "mammoth"
import { AttachmentError } from "../common/attachment-error.ts"
import { joined, storedZip } from "../../text/bytes/stored-zip.ts"
import { MAX_XML_MARKS, xmlMarks } from "../../text/bytes/xml-marks.ts"
import { inflatedSize } from "../common/inflated-size.ts"

/** Returns the text of a Word document: its paragraphs and the cells of its tables, in order. @throws AttachmentError */
export async function readDocx(bytes: Uint8Array<ArrayBuffer>): Promise<{ text: string; more: boolean }> {
  refuseOld(bytes)
  const { buffer } = await countedParts(bytes)
  // The browser's build takes the first, Node's the second.
  const file = { arrayBuffer: buffer, buffer }
  try {
    const { value } = await mammoth.extractRawText(file)
    return { text: value, more: false }
  } catch (cause) {
    throw new AttachmentError("broken-docx", { cause })
  }
}

/** Word's old files and its new, locked files are in the same container format (OLE). */
function refuseOld(bytes: Uint8Array): void {
  if (bytes[0] !== 0xd0) return
  const text = new TextDecoder("latin1").decode(bytes)
  throw new AttachmentError(text.includes([..."EncryptedPackage"].join("\0")) ? "encrypted" : "old-word")
}

/**
 * Unpacks every part of a Word document, whatever its name and the size that it claims, counts the bytes that arrive,
 * and returns an archive of just these. mammoth reads that one, so that it unpacks nothing that wasn't counted.
 * @throws AttachmentError if it is a bomb, locked, broken, or no Word document
 */
async function countedParts(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts = new Map<string, Uint8Array>()
  let left = LARGEST
  let marks = 0
  let n = 0
  for (const part of entries(view)) {
    if (++n > MAX_PARTS) throw new AttachmentError("bomb")
    if (part.isLocked) throw new AttachmentError("encrypted")
    const packed = bytes.subarray(part.begin, part.begin + part.length)
    const pieces: Uint8Array[] = part.isPacked ? [] : [packed]
    const keep = (piece: Uint8Array) => pieces.push(piece)
    const { size } = part.isPacked ? await inflatedSize(packed, "deflate-raw", { most: left, keep }) : stored(packed)
    left -= size
    if (left < 0) throw new AttachmentError("bomb")
    // It is cut off, or its directory lies.
    if (size !== part.size) throw new AttachmentError("broken-docx")
    const whole = joined(pieces)
    marks += xmlMarks(whole)
    if (marks > MAX_XML_MARKS) throw new AttachmentError("bomb")
    parts.set(part.name, whole)
  }
  if (n === 0) throw new AttachmentError("broken-docx")
  if (!parts.has("word/document.xml") && !parts.has("[Content_Types].xml")) throw new AttachmentError("wrong-type")
  return storedZip(parts)
}

const stored = ({ length }: Uint8Array) => ({ size: length })
const MAX_PARTS = 2000
/** In bytes. A book of 200,000 words takes 20 MB. */
const LARGEST = 40_000_000

interface Entry {
  name: string
  isPacked: boolean
  isLocked: boolean
  begin: number
  /** In bytes, as it is packed. */
  length: number
  /** In bytes, as it claims to unpack to. */
  size: number
  /** Where the next entry of the directory is. */
  next: number
}

/** Follows the directory as far as it goes. How many entries its end states is the file's own word. */
function* entries(view: DataView): Generator<Entry, void> {
  let at = startOfDirectory(view)
  while (at + 4 <= view.byteLength && view.getUint32(at, true) === 0x02014b50) {
    const entry = entryAt(view, at)
    yield entry
    at = entry.next
  }
}

/** Finds where the record that ends a zip archive says that the directory is. It may be followed by a comment. */
function startOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at--)
    if (view.getUint32(at, true) === 0x06054b50) return view.getUint32(at + 16, true)
  throw new AttachmentError("broken-docx")
}

function entryAt(view: DataView, at: number): Entry {
  try {
    const nameLength = view.getUint16(at + 28, true)
    const local = view.getUint32(at + 42, true)
    const method = view.getUint16(at + 10, true)
    if (method !== 0 && method !== 8) throw new AttachmentError("broken-docx")
    return {
      name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength)),
      isPacked: method === 8,
      isLocked: (view.getUint16(at + 8, true) & 1) === 1,
      begin: local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true),
      length: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      next: at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    }
  } catch (cause) {
    // It points beyond the end of the file.
    if (cause instanceof RangeError) throw new AttachmentError("broken-docx", { cause })
    throw cause
  }
}
