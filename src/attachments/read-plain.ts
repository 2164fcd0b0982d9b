import { AttachmentError } from "./common/attachment-error.ts"

/**
 * Decodes a text file: UTF-8, UTF-16 with its mark, or else Windows' western set. Coded parts of a mail, which are files
 * within it, are left out. @throws AttachmentError for a file that isn't text
 */
export function readPlain(bytes: Uint8Array): { text: string; more: boolean } {
  const text = decode(bytes)
  const start = text.slice(0, 10_000)
  const strange = start.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/gu)?.length ?? 0
  if (strange > start.length / 100) throw new AttachmentError("wrong-type")
  return { text: text.replace(CODED, "\n"), more: false }
}

/** Three lines or more of base64, as mail has them. */
const CODED = /(?:^[A-Za-z0-9+/]{60,}={0,2}\r?$\n?){3,}(?:^[A-Za-z0-9+/]+={0,2}\r?$\n?)?/gm

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes)
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    return new TextDecoder("windows-1252").decode(bytes)
  }
}
