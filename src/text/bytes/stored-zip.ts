/**
 * Returns a zip archive with these parts, unpacked. Whoever has counted the parts of a hostile archive gives this one
 * to the reader, which so can't come upon a part that nobody counted, whatever the first archive said of itself. It has
 * no checksums.
 */
export function storedZip(parts: ReadonlyMap<string, Uint8Array>): Uint8Array<ArrayBuffer> {
  const files: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [name, bytes] of parts) {
    const written = new TextEncoder().encode(name)
    const sizes = [...u32(0), ...u32(bytes.length), ...u32(bytes.length), ...u16(written.length)]
    // Version 2.0, names in UTF-8, nothing is packed, no date.
    const common = [...u16(20), ...u16(0x800), ...u16(0), ...u32(0), ...sizes, ...u16(0)]
    const file = [Uint8Array.from([...u32(0x04034b50), ...common]), written, bytes]
    directory.push(Uint8Array.from([...u32(0x02014b50), ...u16(20), ...common, ...ABSENT, ...u32(offset)]), written)
    files.push(...file)
    offset += lengthOf(file)
  }
  const end = [...u32(0x06054b50), ...u32(0), ...u16(parts.size), ...u16(parts.size)]
  const tail = Uint8Array.from([...end, ...u32(lengthOf(directory)), ...u32(offset), ...u16(0)])
  return joined([...files, ...directory, tail])
}

/** Returns these pieces as one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(lengthOf(pieces))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

const lengthOf = (pieces: readonly Uint8Array[]) => pieces.reduce((sum, { length }) => sum + length, 0)
const u16 = (value: number) => [value & 0xff, (value >>> 8) & 0xff]
const u32 = (value: number) => [...u16(value), ...u16(value >>> 16)]
/** A part has no comment, is on the first disk, and says nothing of its file system. */
const ABSENT: readonly number[] = new Array<number>(10).fill(0)
