import { AttachmentError } from "../common/attachment-error.ts"
import { inflatedSize, UNCOUNTED } from "../common/inflated-size.ts"
import { fromAscii85 } from "./from-ascii85.ts"
import { lzwSize } from "./lzw-size.ts"
import { refuseRepeated } from "./refuse-repeated.ts"

/**
 * Counts what all compressed parts of a PDF become, before anything holds them in memory. Each part is unpacked whatever
 * it is called and however small it is, because a hostile file calls things as it likes and may have thousands.
 * @throws AttachmentError for a file that unpacks to far more than its size allows
 */
export async function refuseBombs(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const text = new TextDecoder("latin1").decode(bytes)
  if (CODED_TWICE.test(text)) throw new AttachmentError("bomb")
  const hasLzw = /\/LZW/.test(text)
  const sizes = new Map<number, number>()
  /** The file, and the parts that may hold further objects. */
  const texts = [text]
  let left = LARGEST
  let before = 0
  for (let at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
    if (text.slice(Math.max(0, at - 3), at) === "end") continue
    const head = text.slice(Math.max(before, at - LONGEST_HEAD), at)
    before = at
    // Like pdf.js, which takes the line after the word.
    LINE.lastIndex = at + 6
    const begin = at + 6 + (LINE.exec(text)?.[0].length ?? 0)
    const end = text.indexOf("endstream", begin)
    const packed = decoded(bytes.subarray(begin, end < 0 ? bytes.length : end - lineEnd(text, end)))
    const kept: Uint8Array[] = []
    const keep = /\/First\b|\/ObjStm\b/.test(head) ? { keep: (piece: Uint8Array) => kept.push(piece) } : {}
    let size = 0
    if (isZlib(packed)) {
      const counted = await inflatedSize(packed, "deflate", { most: left, ...keep })
      size = counted.size
      if (!counted.isWhole) {
        // It may have the word that ends it within its data, which pdf.js passes over, because it knows the length.
        const rest = await inflatedSize(bytes.subarray(begin), "deflate", { most: left })
        size = Math.max(size, rest.size) + UNCOUNTED
      }
    } else if (hasLzw) size = lzwSize(packed, left)
    left -= size
    if (left < 0) throw new AttachmentError("bomb")
    if (kept.length > 0) texts.push(kept.map((piece) => new TextDecoder("latin1").decode(piece)).join(""))
    for (const [, number] of head.matchAll(/(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj/g))
      sizes.set(Number(number), Math.max(size, sizes.get(Number(number)) ?? 0))
  }
  refuseRepeated(texts, sizes, LARGEST)
}

const LINE = /[^\r\n]*(?:\r\n?|\n)/y
const lineEnd = (text: string, end: number) =>
  /(?:\r\n|\r|\n)?$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0

/** These two bytes begin compressed data, or pdf.js reads none of it. */
const isZlib = ([first = 0, second = 0]: Uint8Array) => (first & 15) === 8 && (first * 256 + second) % 31 === 0

const decoded = (packed: Uint8Array<ArrayBuffer>) => (isZlib(packed) ? packed : (fromAscii85(packed) ?? packed))

/** Two layers of compression, also with one of letters between, or one whose name is disguised. */
const CODED_TWICE =
  /\/(?:FlateDecode|Fl\b|LZWDecode|LZW\b|RunLengthDecode|RL\b)(?:[\s/\]]+(?:ASCII85Decode|A85|ASCIIHexDecode|AHx))*[\s/\]]+(?:FlateDecode|Fl\b|LZWDecode|LZW\b|RunLengthDecode|RL\b)|\/(?:ASCIIHexDecode|AHx)[\s/]+(?:FlateDecode|Fl\b|LZW)|\/[A-Z][A-Za-z]{0,5}#[0-9A-Fa-f]{2}[A-Za-z]*(?:Decode|lter)/
/** In bytes, all parts together. Scanned pages take that much. */
const LARGEST = 150_000_000
/** In characters: what stands before the data of an object. */
const LONGEST_HEAD = 10_000
