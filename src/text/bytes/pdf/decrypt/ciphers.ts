import { joined } from "../../stored-zip.ts"

type Bytes = Uint8Array<ArrayBuffer>

/** RC4, the cipher of old PDFs. The same call encrypts and decrypts. */
export function rc4(key: Uint8Array, data: Uint8Array): Bytes {
  // A file may have thousands of empty parts, and the key's own work takes as long as that of a thousand bytes.
  if (data.length === 0) return new Uint8Array()
  const box = Uint8Array.from({ length: 256 }, (_, at) => at)
  const swap = (i: number, j: number) => {
    const held = box[i] ?? 0
    box[i] = box[j] ?? 0
    box[j] = held
  }
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + (box[i] ?? 0) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  const result = new Uint8Array(data.length)
  for (let n = 0, i = 0, j = 0; n < data.length; n++) {
    i = (i + 1) & 255
    j = (j + (box[i] ?? 0)) & 255
    swap(i, j)
    result[n] = (data[n] ?? 0) ^ (box[((box[i] ?? 0) + (box[j] ?? 0)) & 255] ?? 0)
  }
  return result
}

/** Encrypts by AES-CBC. `data` are whole blocks of 16 bytes, and nothing is added to them. */
export async function aesEncrypted(key: Bytes, iv: Bytes, data: Bytes): Promise<Bytes> {
  const imported = await crypto.subtle.importKey("raw", key, "AES-CBC", false, ["encrypt"])
  return new Uint8Array(await crypto.subtle.encrypt({ name: "AES-CBC", iv }, imported, data)).subarray(0, data.length)
}

/** Decrypts whole blocks by AES-CBC, and leaves what was added to fill the last one. */
export async function aesDecrypted(key: Bytes, iv: Bytes, data: Bytes): Promise<Bytes> {
  if (data.length === 0) return data
  const imported = await crypto.subtle.importKey("raw", key, "AES-CBC", false, ["encrypt", "decrypt"])
  // The browser insists on a filled last block, so one that only says that it was filled follows.
  const filled = await crypto.subtle.encrypt({ name: "AES-CBC", iv: data.slice(-16) }, imported, new Uint8Array())
  const all = joined([data, new Uint8Array(filled)])
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-CBC", iv }, imported, all))
}

/**
 * Returns the MD5 of bytes (RFC 1321), which the browser's own cryptography leaves out. Old PDFs make their keys by it.
 */
export function md5(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const length = ((bytes.length + 8) >> 6) + 1
  const padded = new Uint8Array(64 * length)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, bytes.length << 3, true)
  view.setUint32(padded.length - 4, bytes.length >>> 29, true)
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let at = 0; at < padded.length; at += 64) state = mixed(state, view, at)
  const digest = new DataView(new ArrayBuffer(16))
  state.forEach((word, at) => digest.setUint32(4 * at, word, true))
  return new Uint8Array(digest.buffer)
}

type State = [number, number, number, number]

function mixed([a0, b0, c0, d0]: State, view: DataView, begin: number): State {
  let [a, b, c, d] = [a0, b0, c0, d0]
  for (let i = 0; i < 64; i++) {
    const round = i >> 4
    const [mix, word] =
      round === 0
        ? [(b & c) | (~b & d), i]
        : round === 1
          ? [(d & b) | (~d & c), (5 * i + 1) & 15]
          : round === 2
            ? [b ^ c ^ d, (3 * i + 5) & 15]
            : [c ^ (b | ~d), (7 * i) & 15]
    const sum = (a + mix + Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) + view.getUint32(begin + 4 * word, true)) | 0
    const turn = TURNS[round]?.[i & 3] ?? 0
    ;[a, d, c, b] = [d, c, b, (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0]
  }
  return [(a0 + a) | 0, (b0 + b) | 0, (c0 + c) | 0, (d0 + d) | 0]
}

const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21]
]
