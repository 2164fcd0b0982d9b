import { AttachmentError } from "../common/attachment-error.ts"
import { inflatedSize } from "../common/inflated-size.ts"

/**
 * Checks how large the compressed parts of a PDF become, before anything holds them in memory. Each larger part is
 * unpacked whatever it is called, because a hostile file calls things as it likes.
 * @throws AttachmentError for a file that unpacks to far more than its size allows
 */
export async function refuseBombs(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const text = new TextDecoder("latin1").decode(bytes)
  if (CODED_TWICE.test(text)) throw new AttachmentError("bomb")
  let left = LARGEST
  for (let at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
    if (text.slice(Math.max(0, at - 3), at) === "end") continue
    const begin = at + 6 + (bytes[at + 6] === 13 ? 2 : 1)
    const end = text.indexOf("endstream", begin)
    const packed = bytes.subarray(begin, end < 0 ? bytes.length : end)
    if (packed.length > SMALL) {
      if (/\/LZW/.test(text.slice(Math.max(0, at - 500), at))) throw new AttachmentError("bomb")
      left -= await inflatedSize(packed, "deflate", { most: left })
    }
    if (end < 0) return
    at = end
  }
}

/** Two layers of compression, or one whose name is disguised. */
const CODED_TWICE =
  /(?:\/FlateDecode|\/Fl\b|\/LZWDecode|\/LZW\b)[\s/\]]+(?:\/FlateDecode|\/Fl\b|\/LZWDecode|\/LZW\b)|\/[A-Z][A-Za-z]{0,5}#[0-9A-Fa-f]{2}[A-Za-z]*(?:Decode|lter)/
/** Compressed data of this size, in bytes, can't exceed a hundred megabytes, because one byte unpacks to 1,032 at most. */
const SMALL = 50_000
/** In bytes, all larger parts together. Scanned pages take that much. */
const LARGEST = 150_000_000
