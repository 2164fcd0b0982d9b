import { isKnownCharset } from "../../../text/bytes/charset.ts"
import { DocumentError } from "../../formats/common/format.ts"
import { declaredCharset } from "../../formats/html.ts"
import { wholeText } from "../../formats/common/text.ts"

/**
 * Returns the text of a page in the encoding that its bytes, the server or the page itself declare. A page with an
 * invalid character is read anyway.
 * @throws DocumentError if it isn't text or its encoding is unknown
 */
export function pageText(bytes: Uint8Array, contentType?: string): string {
  const said = charsetOf(contentType) ?? declaredCharset(bytes)
  try {
    return wholeText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), said)
  } catch (error) {
    if (!(error instanceof DocumentError) || said === undefined || !isKnownCharset(said) || bytes.includes(0))
      throw error
    return new TextDecoder(said).decode(bytes)
  }
}

/** Reads the encoding in "text/html; charset=windows-1252". */
export function charsetOf(contentType: string | undefined): string | undefined {
  return /charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(contentType ?? "")?.[1]
}
