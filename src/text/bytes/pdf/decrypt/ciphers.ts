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
