/** How many numbers a word's vector has. */
export const DIMENSIONS = 64

/** A word's vector in a table: its numbers from -127 to 127. Words of similar use point in similar directions. */
export type PackedVector = Int8Array

/**
 * Returns the bytes of `lexicon/weights/word-vectors.bin`: the length of the words (32 bits, little endian), the words in
 * UTF-8 with a line end between two, and then each word's vector (64 times 8 bits, signed).
 * @param table the words from the most frequent on
 * @throws RangeError for a vector of another length
 */
export function packWordVectors(table: readonly (readonly [word: string, vector: PackedVector])[]): Uint8Array {
  const words = new TextEncoder().encode(table.map(([word]) => word).join("\n"))
  const file = new Uint8Array(4 + words.length + table.length * DIMENSIONS)
  new DataView(file.buffer).setUint32(0, words.length, true)
  file.set(words, 4)
  table.forEach(([word, vector], rank) => {
    if (vector.length !== DIMENSIONS) throw new RangeError(`The vector of "${word}" has ${vector.length} numbers.`)
    file.set(new Uint8Array(vector.buffer, vector.byteOffset, DIMENSIONS), 4 + words.length + rank * DIMENSIONS)
  })
  return file
}

export interface WordVectorTable {
  /** Returns a word's place among all from the most frequent on, or undefined for an unknown one. */
  rankOf(word: string): number | undefined
  vectorAt(rank: number): PackedVector
}

/** Reads the table from the bytes of the file. @throws RangeError when they are no such file */
export function unpackWordVectors(file: Uint8Array): WordVectorTable {
  const length = new DataView(file.buffer, file.byteOffset, file.byteLength).getUint32(0, true)
  const words = new TextDecoder().decode(file.subarray(4, 4 + length)).split("\n")
  const first = 4 + length
  if (file.length !== first + words.length * DIMENSIONS)
    throw new RangeError("The file of word vectors is not as long as it says.")
  const ranks = new Map(words.map((word, rank) => [word, rank]))
  return {
    rankOf: (word) => ranks.get(word),
    vectorAt: (rank) => new Int8Array(file.buffer, file.byteOffset + first + rank * DIMENSIONS, DIMENSIONS)
  }
}
