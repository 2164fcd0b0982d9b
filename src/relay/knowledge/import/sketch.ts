/** Minima of a sketch. The estimate's standard error at a resemblance of .9 is .027. */
export const MINIMA = 128
/** Words of a shingle. */
const SHINGLE = 3

/**
 * The MinHash of a text: for each of {@link MINIMA} permutations of all shingles the least that the text has, of which 16 bits are
 * kept. The share of minima that two sketches have in common estimates how much the sets of shingles of both texts do.
 * A. Broder, On the resemblance and containment of documents (Compression and Complexity of Sequences, 1997); of the minima
 * the lowest bits alone: P. Li, A. C. König, b-Bit Minwise Hashing (WWW, 2010).
 * @param words in order; the same words must be cut in the same way
 * @returns 256 bytes
 */
export function sketchOf(words: readonly string[]): Buffer {
  const minima = new Int32Array(MINIMA).fill(0x7fffffff)
  const hashes = words.map(hashOf)
  const last = Math.max(1, hashes.length - SHINGLE + 1)
  for (let at = 0; at < last; at++) {
    let shingle = 0
    for (let of = at; of < at + SHINGLE; of++) shingle = Math.imul(shingle ^ (hashes[of] ?? 0), 0x5bd1e995) + 0x1b873593
    lower(minima, mixed(shingle))
  }
  const sketch = Buffer.alloc(MINIMA * 2)
  minima.forEach((least, of) => sketch.writeUInt16LE(least & 0xffff, of * 2))
  return sketch
}

/** Share of minima that two sketches have in common; 0 as soon as it is surely below `least`. */
export function resemblance(a: Uint16Array, b: Uint16Array, least: number): number {
  let others = 0
  const most = Math.floor(MINIMA * (1 - least))
  for (let of = 0; of < MINIMA; of++) if (a[of] !== b[of] && ++others > most) return 0
  return 1 - others / MINIMA
}

/** Each of the permutations is a line over the numbers of 32 bits. */
const FACTORS = new Int32Array(MINIMA)
const ADDENDS = new Int32Array(MINIMA)
for (let of = 0; of < MINIMA; of++) {
  FACTORS[of] = mixed(of * 2 + 1) | 1
  ADDENDS[of] = mixed(of * 2 + 2)
}

function lower(minima: Int32Array, shingle: number): void {
  for (let of = 0; of < MINIMA; of++) {
    const value = (Math.imul(FACTORS[of] ?? 0, shingle) + (ADDENDS[of] ?? 0)) | 0
    if (value < (minima[of] ?? 0)) minima[of] = value
  }
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return hash
}

/** The end of MurmurHash3: neighbours come apart. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
