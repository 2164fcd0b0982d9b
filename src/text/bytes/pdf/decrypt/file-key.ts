import { fromBinary } from "../../base64.ts"
import { joined } from "../../stored-zip.ts"
import { aesDecrypted, aesEncrypted, rc4, md5 } from "./ciphers.ts"
import { nameIn, type PdfDictionary } from "./pdf-value.ts"

type Bytes = Uint8Array<ArrayBuffer>

/** What decrypts the parts of a file. */
export interface FileKey {
  key: Bytes
  cipher: "rc4" | "aes" | "none"
  /** Every part has the same key. Otherwise each is made from the number of its object. */
  isForAll: boolean
}

/**
 * Makes the key of a file that opens without a password (ISO 32000-2, 7.6.4). @param id the first of the file's two ids
 * @returns undefined if a password is needed, or if it is encrypted in another way than by one
 */
export async function fileKey(entry: PdfDictionary, id: string): Promise<FileKey | undefined> {
  if (nameIn(entry.get("Filter")) !== "Standard") return undefined
  const [version, revision] = [entry.get("V"), entry.get("R")]
  const [owner, user] = [bytesIn(entry, "O"), bytesIn(entry, "U")]
  if (typeof version !== "number" || typeof revision !== "number" || !owner || !user) return undefined
  const { cipher, bits } = filterOf(entry, version)
  if (version === 5) {
    const key = await keyByHash(user, bytesIn(entry, "UE"), revision)
    return key && { key, cipher, isForAll: true }
  }
  if (version !== 1 && version !== 2 && version !== 4) return undefined
  const length = revision === 2 && version < 4 ? 5 : Math.min(16, Math.max(5, bits >> 3))
  const permissions = new DataView(new ArrayBuffer(4))
  permissions.setInt32(0, Number(entry.get("P") ?? 0) | 0, true)
  const isOpen = revision >= 4 && entry.get("EncryptMetadata") === false
  const parts = [FILL, owner.subarray(0, 32), new Uint8Array(permissions.buffer), fromBinary(id)]
  let hash = md5(joined([...parts, ...(isOpen ? [new Uint8Array(4).fill(255)] : [])]))
  if (revision >= 3) for (let n = 0; n < 50; n++) hash = md5(hash.subarray(0, length))
  const key = hash.slice(0, length)
  return isSame(expectedUser(key, revision, id), user) ? { key, cipher, isForAll: false } : undefined
}

/** What the file states for a reader to see whether the password is right. */
function expectedUser(key: Bytes, revision: number, id: string): Bytes {
  if (revision === 2) return rc4(key, FILL)
  let said = md5(joined([FILL, fromBinary(id)]))
  for (let n = 0; n < 20; n++)
    said = rc4(
      key.map((byte) => byte ^ n),
      said
    )
  return said
}

/** The key of files since 2008. */
async function keyByHash(user: Bytes, packed: Bytes | undefined, revision: number): Promise<Bytes | undefined> {
  if (user.length < 48 || packed?.length !== 32) return undefined
  const hash = async (salt: Bytes) => (revision === 5 ? sha("SHA-256", salt) : slowHash(salt))
  if (!isSame((await hash(user.slice(32, 40))).subarray(0, 32), user)) return undefined
  return (await aesDecrypted(await hash(user.slice(40, 48)), new Uint8Array(16), packed)).slice(0, 32)
}

/** Algorithm 2.B of the standard, for the empty password. */
async function slowHash(salt: Bytes): Promise<Bytes> {
  let hash = await sha("SHA-256", salt)
  for (let n = 0; ; n++) {
    const many = joined(Array.from({ length: 64 }, () => hash))
    const mixed = await aesEncrypted(hash.slice(0, 16), hash.slice(16, 32), many)
    const sum = mixed.subarray(0, 16).reduce((total, byte) => total + byte, 0)
    hash = await sha(HASHES[sum % 3] ?? "SHA-256", mixed)
    if (n >= 63 && (mixed.at(-1) ?? 0) <= n - 31) return hash.slice(0, 32)
    if (n > MAX_ROUNDS) return hash.slice(0, 32)
  }
}

const HASHES = ["SHA-256", "SHA-384", "SHA-512"]
/** The last byte ends it before. */
const MAX_ROUNDS = 400
const sha = async (name: string, bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(name, bytes))

/** Returns how parts are encrypted, and how many bits a key has. */
function filterOf(entry: PdfDictionary, version: number): { cipher: FileKey["cipher"]; bits: number } {
  const said = entry.get("Length")
  if (version < 4) return { cipher: "rc4", bits: typeof said === "number" ? said : 40 }
  const name = nameIn(entry.get("StmF")) ?? "Identity"
  const filters = entry.get("CF")
  const filter = filters instanceof Map ? filters.get(name) : undefined
  const method = filter instanceof Map ? nameIn(filter.get("CFM")) : undefined
  // Every method of this kind has 128 bits, whatever the file says of it.
  return { cipher: method === "V2" ? "rc4" : /^AESV[23]$/.test(method ?? "") ? "aes" : "none", bits: 128 }
}

function bytesIn(entry: PdfDictionary, name: string): Bytes | undefined {
  const value = entry.get(name)
  return typeof value === "string" ? fromBinary(value) : undefined
}

const isSame = (one: Bytes, other: Bytes) =>
  one.length <= other.length && one.subarray(0, Math.min(32, one.length)).every((byte, at) => byte === other[at])

/** What fills up a password. Of an empty one it is all there is. */
const FILL = Uint8Array.of(
  ...[0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08],
  ...[0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a]
)
