/** Up to four bytes of a word in UTF-8, and where they stand in it. Each is what eld calls an n-gram. */
export interface WordPiece {
  /** The bytes as one number of 32 bits, the first of them highest. */
  bytes: number
  /** Whether the word begins with them (1), ends with them (2), does both (3) or neither (0). */
  place: number
}

/** How much one piece speaks for some of the languages, which are named by their places in the list. */
export type PieceScores = readonly (readonly [language: number, score: number])[]

/**
 * The format of `lexicon/weights/word-pieces.bin`: the length of the header (32 bits, little endian), the header as
 * JSON, and then for each of the four places the pieces in rising order (32 bits each, little endian), how many
 * languages each has (8 bits), and for each language its place in the list and its score (8 bits each).
 */
interface Header {
  /** ISO 639-1 codes. */
  languages: string[]
  /** How many pieces each place has. */
  pieces: number[]
}

const PLACES = [0, 1, 2, 3]

/** Returns the bytes of the file. The scores are from 0 to 255. */
export function packWordPieces(languages: string[], table: readonly (readonly [WordPiece, PieceScores])[]): Uint8Array {
  const places = PLACES.map((own) =>
    table.filter(([{ place }]) => place === own).sort(([one], [other]) => one.bytes - other.bytes)
  )
  const header: Header = { languages, pieces: places.map(({ length }) => length) }
  const written = new TextEncoder().encode(JSON.stringify(header))
  const all = [...littleEndian(written.length), ...written]
  for (const place of places) {
    for (const [{ bytes }] of place) all.push(...littleEndian(bytes))
    for (const [, scores] of place) all.push(scores.length)
    for (const [, scores] of place) all.push(...scores.flat())
  }
  return Uint8Array.from(all)
}

const littleEndian = (number: number) => [0, 8, 16, 24].map((by) => (number >>> by) & 255)

/** Which languages a piece of a word speaks for, in some 1.5 MB: as an object each it would be 85. */
export interface WordPieceTable {
  readonly languages: readonly string[]
  /** Calls `each` with every language for which the piece speaks, and how much. */
  look(piece: WordPiece, each: (language: number, score: number) => void): void
}

/** Reads the table from the bytes of the file. @throws SyntaxError, RangeError when they are no such file */
export function unpackWordPieces(file: Uint8Array): WordPieceTable {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  let at = 4 + view.getUint32(0, true)
  const header: Header = JSON.parse(new TextDecoder().decode(file.subarray(4, at)))
  const places = header.pieces.map((count) => {
    const pieces = Uint32Array.from({ length: count }, (_, n) => view.getUint32(at + 4 * n, true))
    at += 4 * count
    const from = new Uint32Array(count + 1)
    const first = at + count
    from[0] = first
    for (let n = 0; n < count; n++) from[n + 1] = (from[n] ?? 0) + 2 * view.getUint8(at + n)
    at = from[count] ?? first
    return { pieces, from }
  })
  if (at !== file.length) throw new RangeError("The file of word pieces is not as long as it says.")
  return {
    languages: header.languages,
    look({ bytes, place }, each) {
      const own = places[place]
      const n = own ? placeOf(bytes, own.pieces) : -1
      if (!own || n < 0) return
      const end = own.from[n + 1] ?? 0
      for (let pair = own.from[n] ?? 0; pair < end; pair += 2) each(file[pair] ?? 0, file[pair + 1] ?? 0)
    }
  }
}

/** Returns where a number stands in a rising list, or -1. */
function placeOf(number: number, rising: Uint32Array): number {
  let low = 0
  let high = rising.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const value = rising[middle] ?? 0
    if (value === number) return middle
    if (value < number) low = middle + 1
    else high = middle - 1
  }
  return -1
}
