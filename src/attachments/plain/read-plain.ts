import { AttachmentError } from "../common/attachment-error.ts"
import { decodeText } from "./decode-text.ts"

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
