/** Computes the 32-bit FNV-1a hash over UTF-16 units: the hash of G. Fowler, L. C. Noll and K.-P. Vo (1991). */
export function hashOf(text: string): number {
  let hash = HASH_OF_NOTHING
  for (let at = 0; at < text.length; at++) hash = hashWith(hash, text.charCodeAt(at))
  return hash
}

/** Returns a short name made of texts, in letters and digits: 32 bits for each of them. */
export const shortHash = (...texts: string[]): string => texts.map((text) => (hashOf(text) >>> 0).toString(36)).join("")

/** Returns the hash of a text with one more unit. */
export const hashWith = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

export const HASH_OF_NOTHING = 0x811c9dc5
