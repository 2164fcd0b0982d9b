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
