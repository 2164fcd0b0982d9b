import { hashOf } from "../../text/hash.ts"

/**
 * The number of bins of a sketch, a power of two. The standard error of the estimate at a resemblance of .9 is
 * .027.
 */
export const MINIMA = 128
const BITS = Math.log2(MINIMA)
export const SKETCH_BYTES = MINIMA * 2
/** The bits of a hash that don't determine its bin. */
const VALUE = 2 ** (32 - BITS) - 1
const NONE = 0x7fffffff
/** A shingle has this many words. */
const SHINGLE = 3

/**
 * Computes the sketch of a text, by which near copies are found. It has {@link MINIMA} bins. Each round assigns every
 * shingle to one bin. A bin keeps the smallest hash from the first round that brought one, and of that hash 16 bits.
 * After as many rounds as there are bins, each further round fills a single bin, so that none stays empty. The share of
 * bins that two sketches have in common estimates the resemblance of the sets of shingles of both texts. The estimate
 * is as accurate as with that many permutations, in a fraction of the time. S. Dahlgaard, M. B. T. Knudsen, M. Thorup,
 * Fast Similarity Sketching (FOCS, 2017); only the lowest bits of the hashes: P. Li, A. C. König, b-Bit Minwise Hashing
 * (WWW, 2010); resemblance: A. Broder, On the resemblance and containment of documents (1997).
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

/** Returns a hash of each {@link SHINGLE} consecutive words. */
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

/** Returns the share of minima that two sketches have in common, or 0 as soon as it is certainly below `least`. */
export function resemblance(a: Uint16Array, b: Uint16Array, least: number): number {
  let others = 0
  const most = Math.floor(MINIMA * (1 - least))
  for (let of = 0; of < MINIMA; of++) if (a[of] !== b[of] && ++others > most) return 0
  return 1 - others / MINIMA
}

/** Applies the finalizer of MurmurHash3, which spreads neighbouring values. */
function mixed(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
