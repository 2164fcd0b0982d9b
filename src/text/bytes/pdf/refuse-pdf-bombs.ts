import { fromAscii85 } from "./from-ascii85.ts"
import { largestList } from "./largest-list.ts"
import { lzwSize } from "./lzw-size.ts"
import { streamOwners } from "./stream-owners.ts"

type Bytes = Uint8Array<ArrayBuffer>

export interface PdfCounting {
  /**
   * Counts what data of zlib become, and gives each piece to `keep`. `isWhole` is false for data that end early or are
   * broken, which count as far as they go. @throws `bomb()` beyond `most` bytes
   */
  inflate(packed: Bytes, how: { most: number; keep?: (piece: Uint8Array) => void }): Promise<Counted>
  limits: PdfLimits
  /** Makes the error for a file that unpacks to more than the limits. */
  bomb(): Error
}

interface Counted {
  size: number
  isWhole: boolean
}

/** In bytes, unpacked. */
export interface PdfLimits {
  /** One part, those that one list names, and those that hold objects. */
  list: number
  /** All parts together. */
  all: number
  /** All parts together that say they are pictures. Without it they count with the others. */
  pictures?: number
}

/**
 * Counts what all compressed parts of a PDF become, before anything holds them in memory. Each part is unpacked
 * whatever it is called and however small it is, because a hostile file calls things as it likes and may have
 * thousands.
 * @throws what `inflate` throws, and `bomb()` for a file that unpacks to far more than its size allows
 */
export async function refusePdfBombs(file: Bytes, counting: PdfCounting): Promise<void> {
  const { limits, bomb } = counting
  const text = new TextDecoder("latin1").decode(file)
  if (CODED_TWICE.test(text)) throw bomb()
  const hasLzw = /\/LZW/.test(text)
  const sizes = new Map<number, number>()
  /** The file, and the parts that may hold further objects. */
  const texts = [text]
  const left = { all: limits.all, pictures: limits.pictures ?? 0, objects: limits.list }
  for (const part of packedParts(file, text, bomb)) {
    const sum = limits.pictures !== undefined && /\/Subtype\s*\/Image/.test(part.head) ? "pictures" : "all"
    const most = Math.min(limits.list, left[sum])
    const { size, objects } = await sizeOf(part, most, { counting, hasLzw, left })
    left[sum] -= size
    if (size > most || left[sum] < 0 || left.objects < 0) throw bomb()
    if (objects.length > 0) texts.push(objects.map((piece) => new TextDecoder("latin1").decode(piece)).join(""))
    for (const number of streamOwners(part.head)) sizes.set(number, Math.max(size, sizes.get(number) ?? 0))
  }
  if (largestList(texts, sizes) > limits.list) throw bomb()
}

/** The data of an object. */
interface PackedPart {
  /** What stands before the data. */
  head: string
  data: Bytes
  /** The file from the data on, because its end may stand within it. */
  rest: Bytes
}

/** Yields the data of all objects of a file, and makes data readable that pdf.js can read and zlib can't. */
function* packedParts(file: Bytes, text: string, bomb: () => Error): Generator<PackedPart> {
  let bytes = file
  let before = 0
  /** Parts lie one behind the other, so that together they are as long as the file. */
  let toRead = 8 * file.length + SPARE
  for (let at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
    if (text.slice(Math.max(0, at - 3), at) === "end") continue
    const head = text.slice(Math.max(before, at - MAX_HEAD), at)
    before = at
    // Like pdf.js, which takes the line after the word.
    LINE.lastIndex = at + 6
    const begin = at + 6 + (LINE.exec(text)?.[0].length ?? 0)
    if (isZlib(bytes.subarray(begin)) && bytes[begin] !== USUAL[0]) {
      // pdf.js reads such data with a window of 32 kB whatever they say, and zlib doesn't.
      if (bytes === file) bytes = file.slice()
      bytes.set(USUAL, begin)
    }
    const end = text.indexOf("endstream", begin)
    const data = bytes.subarray(begin, end < 0 ? bytes.length : end - lineEnd(text, end))
    // Without the word that ends a part each one would be as long as the rest of the file.
    toRead -= data.length
    if (toRead < 0) throw bomb()
    yield { head, data, rest: bytes.subarray(begin) }
  }
}

/** Counts what a part becomes, and returns its pieces if it holds objects. */
async function sizeOf(
  { head, data, rest }: PackedPart,
  most: number,
  { counting, hasLzw, left }: { counting: PdfCounting; hasLzw: boolean; left: { objects: number } }
): Promise<{ size: number; objects: Uint8Array[] }> {
  const packed = decoded(data)
  const objects: Uint8Array[] = []
  if (!isZlib(packed)) return { size: hasLzw ? lzwSize(packed, most) : 0, objects }
  const keep = (piece: Uint8Array) => {
    left.objects -= piece.length
    if (left.objects >= 0) objects.push(piece)
  }
  const holdsObjects = /\/First\b|\/ObjStm\b/.test(head)
  const { size, isWhole } = await counting.inflate(packed, { most, ...(holdsObjects ? { keep } : {}) })
  if (isWhole) return { size, objects }
  // It may have the word that ends it within its data, which pdf.js passes over, because it knows the length.
  const whole = await counting.inflate(rest, { most })
  return { size: Math.max(size, whole.size), objects }
}

/** In bytes. */
const SPARE = 1_000_000
const LINE = /[^\r\n]*(?:\r\n?|\n)/y
const lineEnd = (text: string, end: number) =>
  /(?:\r\n|\r|\n)?$/.exec(text.slice(Math.max(0, end - 2), end))?.[0].length ?? 0

/** These two bytes begin compressed data, or pdf.js reads none of it. */
const isZlib = ([first = 0, second = 0]: Uint8Array) => (first & 15) === 8 && (first * 256 + second) % 31 === 0
/** The first two bytes of data with a window of 32 kB. */
const USUAL = [0x78, 0x9c] as const

const decoded = (packed: Bytes) => (isZlib(packed) ? packed : (fromAscii85(packed) ?? packed))

/** Two layers of compression, also with one of letters between, or one whose name is disguised. */
const CODED_TWICE =
  /\/(?:FlateDecode|Fl\b|LZWDecode|LZW\b|RunLengthDecode|RL\b)(?:[\s/\]]+(?:ASCII85Decode|A85|ASCIIHexDecode|AHx))*[\s/\]]+(?:FlateDecode|Fl\b|LZWDecode|LZW\b|RunLengthDecode|RL\b)|\/(?:ASCIIHexDecode|AHx)[\s/]+(?:FlateDecode|Fl\b|LZW)|\/[A-Z][A-Za-z]{0,5}#[0-9A-Fa-f]{2}[A-Za-z]*(?:Decode|lter)/
/** In characters: what stands before the data of an object. */
const MAX_HEAD = 10_000
