import { inflateSync } from "node:zlib"
import { bombError } from "../common/format.ts"

/**
 * Checks how large the compressed parts of a PDF become, before anything holds them in memory. Pictures are left out,
 * because they are never unpacked here.
 * @throws DocumentError for a part that unpacks to far more than its size allows
 */
export function refuseBombs(bytes: Buffer): void {
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + 6)) {
    if (bytes.toString("latin1", Math.max(0, at - 3), at) === "end") continue
    const begin = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
    const end = bytes.indexOf("endstream", begin)
    if (end < 0) return
    const dictionary = bytes.toString("latin1", Math.max(0, bytes.lastIndexOf("obj", at), at - 2000), at)
    if (/(?:\/FlateDecode|\/Fl\b)[\s/\]]+(?:\/FlateDecode|\/Fl\b)/.test(dictionary)) throw bombError()
    if (end - begin > SMALL && /\/FlateDecode|\/Fl\b/.test(dictionary) && !/\/Subtype\s*\/Image/.test(dictionary))
      unpack(bytes.subarray(begin, end))
    at = end
  }
}

/** Compressed data of this size, in bytes, can't exceed `LARGEST`, because one byte unpacks to at most 1,032. */
const SMALL = 100_000
const LARGEST = 100_000_000

function unpack(packed: Buffer): void {
  try {
    inflateSync(packed, { maxOutputLength: LARGEST })
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : ""
    if (code === "ERR_BUFFER_TOO_LARGE") throw bombError()
    // Other errors are left to the PDF reader, which describes them better.
    if (!code.startsWith("Z_")) throw error
  }
}
