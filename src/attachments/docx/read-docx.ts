import mammoth from "mammoth"
import { AttachmentError } from "../common/attachment-error.ts"
import { countedParts } from "./counted-parts.ts"

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
