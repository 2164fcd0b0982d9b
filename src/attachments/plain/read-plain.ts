import { AttachmentError } from "../common/attachment-error.ts"
import { charsetOf } from "../../text/bytes/charset.ts"

/** Reads a text file. @throws AttachmentError for a file that isn't text, or whose encoding can't be told */
export function readPlain(bytes: Uint8Array): { text: string; more: boolean } {
  return { text: textOnly(decodeText(bytes)), more: false }
}

/** Leaves out coded parts, as base64 in a log. @throws AttachmentError for what isn't text */
export function textOnly(text: string): string {
  const start = text.slice(0, 10_000)
  const strange = start.match(/[\u0000-\u0008\u000e-\u001f\u0080-\u009f\ufffd]/gu)?.length ?? 0
  if (strange > Math.max(1, start.length / 100)) throw new AttachmentError("wrong-type")
  return text.replace(CODED, "\n")
}

/** Three lines or more of base64, as mail has them. */
const CODED = /(?:^[A-Za-z0-9+/]{60,}={0,2}\r?$\n?){3,}(?:^[A-Za-z0-9+/]+={0,2}\r?$\n?)?/gm

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
