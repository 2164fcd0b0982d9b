import { constants, deflateRawSync, deflateSync } from "node:zlib"

export interface Part {
  data: Buffer
  filter?: string
}

const packed = new Map<number, Buffer>()
const PIECE = 1_000_000

/**
 * Returns so many blanks, packed: once for each size, and from the same packed piece again and again, because packing
 * takes as long as what is tested.
 */
export function blanks(size: number): Buffer {
  const known = packed.get(size) ?? packBlanks(size)
  packed.set(size, known)
  return Buffer.from(known)
}

function packBlanks(size: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(PIECE, 32), { level: 9, finishFlush: constants.Z_SYNC_FLUSH })
  const pieces = Array.from({ length: Math.floor(size / PIECE) }, () => piece)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(adlerOfBlanks(size))
  const rest = deflateRawSync(Buffer.alloc(size % PIECE, 32), { level: 9 })
  return Buffer.concat([Buffer.from([0x78, 0xda]), ...pieces, rest, sum])
}

/** The sum with which data of zlib end, of so many blanks. */
function adlerOfBlanks(size: number): number {
  const [n, prime] = [BigInt(size), 65_521n]
  const a = (1n + 32n * n) % prime
  const b = (n + (32n * n * (n + 1n)) / 2n) % prime
  return Number((b << 16n) | a)
}

/** Shows "A letter of more than twenty letters". */
export const words = deflateSync(Buffer.from("BT /F1 12 Tf 10 10 Td (A letter of more than twenty letters) Tj ET"))

/** Makes a PDF of one page, whose content are these parts. `named` says how often each is named after the first. */
export function pageOf(parts: Part[], named = 1): Uint8Array<ArrayBuffer> {
  const refs = parts.flatMap((_, at) => Array.from({ length: at === 0 ? 1 : named }, () => `${5 + at} 0 R`)).join(" ")
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Resources << /Font << /F1 4 0 R >> >> /Contents [${refs}] >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...parts.map(
      ({ data, filter = "/FlateDecode" }) =>
        `<< /Length ${data.length} /Filter ${filter} >>\nstream\n${data.toString("latin1")}\nendstream`
    )
  ]
  const numbered = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join("")
  return new Uint8Array(Buffer.from(`%PDF-1.4\n${numbered}trailer << /Root 1 0 R >>\n%%EOF`, "latin1"))
}

/** A stored block, which holds the word that ends a part as it is, and then the bomb. */
export function withEndWord(size: number): Buffer {
  const said = Buffer.from("endstream")
  const stored = Buffer.concat([Buffer.from([0x78, 0xda, 0, said.length, 0, ~said.length & 255, 255]), said])
  return Buffer.concat([stored, blanks(size).subarray(2)])
}

/** Data that say that they need a window of 64 kB, which zlib doesn't know. */
export function withOddWindow(size: number): Buffer {
  const data = blanks(size)
  data.writeUInt16BE(0x881c)
  return data
}

/** Writes bytes in ASCII85. */
export function ascii85(bytes: Buffer): Buffer {
  let letters = ""
  for (let at = 0; at < bytes.length; at += 4) {
    const four = Buffer.alloc(4)
    bytes.copy(four, 0, at, at + 4)
    let value = four.readUInt32BE()
    let five = ""
    for (let n = 0; n < 5; n++) {
      five = String.fromCharCode(33 + (value % 85)) + five
      value = Math.floor(value / 85)
    }
    letters += five.slice(0, Math.min(4, bytes.length - at) + 1)
  }
  return Buffer.from(`${letters}~>`)
}

/** Writes codes that each stand for the longest run there is: one byte longer than the last, and then the longest. */
export function lzwBomb(codes: number): Buffer {
  const bytes: number[] = []
  let [held, bits, width, next] = [0, 0, 9, 258]
  const write = (code: number) => {
    held = (held << width) | code
    bits += width
    while (bits >= 8) bytes.push((held >>> (bits -= 8)) & 255)
    held &= (1 << bits) - 1
  }
  write(256)
  write(32)
  for (let n = 0; n < codes; n++) {
    write(Math.min(next, 4095))
    if (next < 4096) next++
    while (width < 12 && next + 1 >= 1 << width) width++
  }
  return Buffer.from(bytes)
}
