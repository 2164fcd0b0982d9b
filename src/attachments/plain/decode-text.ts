import { charsetOf } from "../../text/bytes/charset.ts"
import { AttachmentError } from "../common/attachment-error.ts"

/**
 * Decodes a text: by its mark, as UTF-8, or by what its letters make in other encodings. A few bytes that are none of
 * it become "\ufffd", which a reader sees.
 * @param declared what the text says of its encoding; it counts if the text is valid in it
 * @throws AttachmentError if the encoding can't be told, because wrong letters would be taken for the customer's
 */
export function decodeText(bytes: Uint8Array, declared?: string): string {
  const charset = charsetOf(bytes, { declared })
  if (charset !== undefined) return new TextDecoder(charset).decode(bytes)
  const lossy = new TextDecoder().decode(bytes)
  const lost = count(lossy, /\ufffd/gu)
  // UTF-8 that was cut, or a log with some bytes of something else.
  if (count(lossy, /[^\0-\x7f\ufffd]/gu) >= 10 * lost || lost < lossy.length / 100) return lossy
  throw new AttachmentError("encoding")
}

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0
