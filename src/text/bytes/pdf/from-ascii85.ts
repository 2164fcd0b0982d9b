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
