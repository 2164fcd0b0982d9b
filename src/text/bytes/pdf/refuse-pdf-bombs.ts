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

/** Decodes ASCII85, in which some programs write the compressed parts of a PDF. @returns undefined for anything else */
export function fromAscii85(letters: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(letters.length * 4)
  let length = 0
  let group: number[] = []
  const flush = (count: number) => {
    const value = group.reduce((sum, digit) => sum * 85 + digit, 0)
    for (let n = 0; n < count; n++) bytes[length++] = Math.floor(value / 256 ** (3 - n)) & 255
    group = []
  }
  for (const letter of letters) {
    if (letter === TILDE) break
    if (letter <= 32) continue
    if (letter === Z && group.length === 0) length += 4
    else if (letter < 33 || letter > 117) return undefined
    else if (group.push(letter - 33) === 5) flush(4)
  }
  const rest = group.length
  if (rest > 1) {
    while (group.length < 5) group.push(84)
    flush(rest - 1)
  }
  return bytes.subarray(0, length)
}

const TILDE = 126
/** This letter means four zeros. */
const Z = 122

/**
 * Returns how many bytes the parts of one list take, for the list that takes most. A page's content is such a list, and
 * pdf.js unpacks each of its parts as often as it is named there, and holds all of them: 47 kB became 5.8 GB.
 * @param texts the file, and those of its compressed parts that hold objects
 * @param sizes of the parts, unpacked, by the numbers of their objects
 */
function largestList(texts: readonly string[], sizes: ReadonlyMap<number, number>): number {
  let largest = 0
  for (const text of texts)
    for (const [list] of text.matchAll(/\[[^[\]]*\]/g)) {
      const said = list.replace(/%[^\r\n]*/g, " ").replace(/[\0\s]+/g, " ")
      let sum = 0
      for (const [, number] of said.matchAll(/(?<!\d)(\d{1,10}) \d{1,5} R/g)) sum += sizes.get(Number(number)) ?? 0
      largest = Math.max(largest, sum)
    }
  return largest
}

/**
 * Counts what data in LZW, the compression of old PDFs, becomes, without unpacking it: each code means a run of bytes,
 * whose length is that of an earlier one and one more. Data that is none counts as far as it goes.
 * @returns the bytes; beyond `most` they aren't counted to the end
 */
export function lzwSize(packed: Uint8Array, most: number): number {
  // Most programs use the longer codes one code early. What the file says of it isn't trusted.
  return Math.max(sizeWith(packed, 1, most), sizeWith(packed, 0, most))
}

function sizeWith(packed: Uint8Array, early: 0 | 1, most: number): number {
  const lengths = new Uint16Array(4096).fill(1, 0, 256)
  let [size, held, bits, width, next, last] = [0, 0, 0, 9, 258, 0]
  for (const byte of packed) {
    held = ((held << 8) | byte) & 0xfffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >>> bits) & ((1 << width) - 1)
    if (code === CLEAR) [width, next, last] = [9, 258, 0]
    else {
      if (code === END || code > next || (code === next && last === 0)) return size
      const length = code === next ? last + 1 : (lengths[code] ?? 0)
      size += length
      if (size > most) return size
      if (last > 0 && next < 4096) lengths[next++] = last + 1
      last = length
      while (width < 12 && next + early >= 1 << width) width++
    }
  }
  return size
}

const CLEAR = 256
const END = 257

/**
 * Returns the numbers of the objects that the data after `head` may belong to. It is the last object that begins there,
 * unless a hostile file hides the beginning of another within its own, such as in a string. An object before it that
 * ends for sure, such as a page before its content, isn't one of them.
 */
export function streamOwners(head: string): number[] {
  const begins = [...head.matchAll(/(?<!\d)(\d{1,10})\s{1,9}\d{1,5}\s{1,9}obj/g)]
  return begins.flatMap(({ 0: said, 1: number, index }, at) => {
    const next = begins[at + 1]
    return next && isEnded(head.slice(index + said.length, next.index)) ? [] : [Number(number)]
  })
}

/** Takes the innermost pairs of brackets off, level by level. What hides its end in one keeps half of it. */
function isEnded(object: string): boolean {
  if (/[%\\]/.test(object)) return false
  let rest = object
  for (let level = 0; level < MAX_LEVELS && /[[(<]/.test(rest); level++)
    rest = rest.replace(/\([^()]*\)|<[\dA-Fa-f\s]*>|\[[^[\]()<>]*\]|<<[^[\]()<>]*>>/g, " ")
  return /^[^[\]()<>]*\bendobj\s*$/.test(rest)
}

/** Real objects have some five. */
const MAX_LEVELS = 20
