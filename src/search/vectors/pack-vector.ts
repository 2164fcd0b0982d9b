/**
 * A vector as it is stored: a signed byte a number, scaled so that the largest is 127. A quarter of what floats take,
 * so that a vector of 1,536 numbers still lies beside its row; cosines differ by some thousandths.
 */
export function packVector(vector: Float32Array): Buffer {
  const most = vector.reduce((max, number) => Math.max(max, Math.abs(number)), 0) || 1
  return Buffer.from(Int8Array.from(vector, (number) => Math.round((number / most) * 127)).buffer)
}

/**
 * Cosine of a vector of length 1 and a stored one.
 * @returns undefined where they are not of the same model: of other lengths
 */
export function cosineSimilarity(vector: Float32Array, stored: Uint8Array): number | undefined {
  if (vector.length !== stored.length) return undefined
  const other = new Int8Array(stored.buffer, stored.byteOffset, stored.length)
  let [sum, squares] = [0, 0]
  for (let at = 0; at < other.length; at++) {
    const value = other[at] ?? 0
    sum += (vector[at] ?? 0) * value
    squares += value * value
  }
  return squares === 0 ? 0 : sum / Math.sqrt(squares)
}
