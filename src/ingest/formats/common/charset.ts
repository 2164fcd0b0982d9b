import { charsetOf } from "../../../text/bytes/charset.ts"
import { DocumentError } from "./format.ts"

/**
 * Returns the name of a text's encoding, as `TextDecoder` takes it.
 * @param bytes the whole text or its first {@link CHARSET_SAMPLE} bytes, whose last letter may be cut
 * @param declared what the text declares (`<meta charset>`)
 * @throws DocumentError if it isn't text or if the encoding can't be determined
 */
export function requireCharset(bytes: Uint8Array, declared?: string): string {
  const charset = charsetOf(bytes, { declared, isCut: bytes.length >= CHARSET_SAMPLE })
  if (charset !== undefined) return charset
  throw new DocumentError(
    bytes.includes(0) ? "It isn't text." : "Its encoding can't be told for certain: save it as UTF-8."
  )
}

/** This many bytes of a text are examined. */
export const CHARSET_SAMPLE = 65_536
