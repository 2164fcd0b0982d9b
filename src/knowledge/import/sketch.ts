import { hashOf } from "../../text/hash.ts"

/** Bins of a sketch, a power of two. The estimate's standard error at a resemblance of .9 is .027. */
export const MINIMA = 128
const BITS = Math.log2(MINIMA)
export const SKETCH_BYTES = MINIMA * 2
/** What of a hash doesn't tell its bin. */
const VALUE = 2 ** (32 - BITS) - 1
const NONE = 0x7fffffff
/** Words of a shingle. */
const SHINGLE = 3

/**
 * The sketch of a text, by which near copies are found: {@link MINIMA} bins, of which each round throws every shingle
 * into one; a bin keeps the least hash that came into it in the first round that brought one, and of that 16 bits. In
 * rounds to come after as many as there are bins, each is for one bin alone, so that none stays empty. The share of
 * bins that two sketches have in common estimates how much the sets of shingles of both texts do, as closely as that
 * many permutations would, in a fraction of the time. S. Dahlgaard, M. B. T. Knudsen, M. Thorup, Fast Similarity
 * Sketching (FOCS, 2017); of the hashes the lowest bits alone: P. Li, A. C. König, b-Bit Minwise Hashing (WWW, 2010);
 * resemblance: A. Broder, On the resemblance and containment of documents (1997).
 * @param words in order; the same words must be cut in the same way
 * @returns {@link SKETCH_BYTES} bytes
 */
export function sketchOf(words: readonly string[]): Buffer {
  const shingles = shinglesOf(words)
  const least = new Int32Array(MINIMA).fill(NONE)
  let empty = MINIMA
  const standing = new Uint8Array(MINIMA)
  for (let round = 0; empty > 0; round++) {
    for (let of = 0; of < MINIMA; of++) standing[of] = least[of] === NONE ? 0 : 1
    const own = round - MINIMA
    const salt = mixed(round + 1)
    for (let at = 0; at < shingles.length; at++) {
      const hash = mixed((shingles[at] ?? 0) ^ salt)
      const bin = own >= 0 ? own : hash >>> (32 - BITS)
      if (standing[bin] === 1) continue
      const value = hash & VALUE
      const known = least[bin] ?? 0
      if (known === NONE) empty--
      if (value < known) least[bin] = value
    }
  }
  const sketch = Buffer.alloc(SKETCH_BYTES)
  for (let of = 0; of < MINIMA; of++) sketch.writeUInt16LE((least[of] ?? 0) & 0xffff, of * 2)
  return sketch
}

/** A hash of each {@link SHINGLE} words that follow each other. */
function shinglesOf(words: readonly string[]): Int32Array {
  const hashes = new Int32Array(words.length)
  for (let at = 0; at < hashes.length; at++) hashes[at] = hashOf(words[at] ?? "")
  const shingles = new Int32Array(Math.max(1, hashes.length - SHINGLE + 1))
  for (let at = 0; at < shingles.length; at++) {
    let shingle = 0
    for (let of = at; of < at + SHINGLE; of++) shingle = Math.imul(shingle ^ (hashes[of] ?? 0), 0x5bd1e995) + 0x1b873593
    shingles[at] = mixed(shingle)
  }
  return shingles
}

/** Share of minima that two sketches have in common; 0 as soon as it is surely below `least`. */
export function resemblance(a: Uint16Array, b: Uint16Array, least: number): number {
  let others = 0
  const most = Math.floor(MINIMA * (1 - least))
  for (let of = 0; of < MINIMA; of++) if (a[of] !== b[of] && ++others > most) return 0
  return 1 - others / MINIMA
}

/** The end of MurmurHash3: neighbours come apart. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
