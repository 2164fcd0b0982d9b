/**
 * A Word document may have this many elements and attributes, which a text of 350,000 words has. mammoth makes objects
 * of them all: a file of 9 kB with a million took 7 s and 1.7 GB, and one of 36 kB with six million more than there
 * was.
 */
export const MAX_XML_MARKS = 600_000

/** Returns how many elements and attributes an XML text has at most, in whichever encoding. */
export function xmlMarks(bytes: Uint8Array): number {
  let marks = 0
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === LESS ? bytes[at + 1] !== SLASH : byte === EQUALS) marks++
  }
  return marks
}

const LESS = 0x3c
const SLASH = 0x2f
const EQUALS = 0x3d
