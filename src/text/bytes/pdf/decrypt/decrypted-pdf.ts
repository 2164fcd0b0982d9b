import { toBinary, fromBinary } from "../../base64.ts"
import { joined } from "../../stored-zip.ts"
import { aesDecrypted, rc4, md5, aesEncrypted } from "./ciphers.ts"
import { readDictionary, type PdfDictionary, nameIn } from "./pdf-value.ts"

type Bytes = Uint8Array<ArrayBuffer>

/**
 * Returns a PDF that opens without a password, such as a bank's statement, with its parts decrypted in place, and any
 * other as it is. Its parts can then be counted, and what is counted is what pdf.js reads, because nothing in the file
 * says any more that it is encrypted. Texts outside of its parts, such as its title, stay encrypted and are taken out.
 * @returns undefined for a file that needs a password, that is encrypted in a way that isn't known here, or that has
 * more parts than any document
 * @throws the signal's reason
 */
export async function decryptedPdf(file: Bytes, signal?: AbortSignal): Promise<Bytes | undefined> {
  const text = new TextDecoder("latin1").decode(file)
  if (!saysEncrypted(text)) return file
  const entry = encryptEntry(text, file)
  const key = entry && (await fileKey(entry, firstId(text, file)))
  if (!key) return undefined
  const bytes = file.slice()
  if (key.cipher !== "none" && !(await decryptParts(bytes, text, key, signal))) return undefined
  const open = new TextDecoder("latin1").decode(bytes)
  for (const { index } of open.matchAll(/\/(?:Encrypt|Info)\b/g)) bytes[index + 1] = UNKNOWN
  return saysEncrypted(new TextDecoder("latin1").decode(bytes)) ? undefined : bytes
}

/** pdf.js decrypts only where this name is, of which each letter may be disguised as its number. */
const saysEncrypted = (text: string) =>
  /\/(?:E|#45)(?:n|#6[eE])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)\b/.test(text)

/**
 * The last one holds, as in a file that was saved again. It is read from the bytes, because "latin1" makes other
 * letters of some of them (€ of 80).
 */
function encryptEntry(text: string, file: Bytes): PdfDictionary | undefined {
  const said = lastMatches(text, /\/Encrypt\s*(?:(\d{1,10})\s+(\d{1,5})\s+R|(?=<<))/g, 1)[0]
  if (!said) return undefined
  const [, number, generation] = said
  const object =
    number === undefined ? said : lastMatches(text, new RegExp(`(?<!\\d)${number}\\s+${generation}\\s+obj`, "g"), 1)[0]
  const begin = object && object.index + object[0].length
  return begin === undefined ? undefined : readDictionary(toBinary(file.subarray(begin, begin + MAX_ENTRY)), 0)
}

/** Returns "" if it has none. */
function firstId(text: string, file: Bytes): string {
  for (const { index } of lastMatches(text, /\/ID\s*\[/g, MAX_IDS)) {
    const ids = readDictionary(`<<${toBinary(file.subarray(index, index + MAX_ID))}>>`, 0)
    const list = ids?.get("ID")
    if (Array.isArray(list) && typeof list[0] === "string") return list[0]
  }
  return ""
}

/** Returns the last matches, the last one first. A hostile file has millions, so that no more are held. */
function lastMatches(text: string, pattern: RegExp, most: number): RegExpExecArray[] {
  const last: RegExpExecArray[] = []
  for (const match of text.matchAll(pattern)) {
    last.unshift(match)
    if (last.length > most) last.pop()
  }
  return last
}

/** @returns false if there are more parts than would be decrypted in a reasonable time */
async function decryptParts(bytes: Bytes, text: string, key: FileKey, signal?: AbortSignal): Promise<boolean> {
  let before = 0
  let parts = 0
  for (const { index, 0: word } of text.matchAll(/(?<!end)stream[ \t]*(?:\r\n|\n|\r)/g)) {
    signal?.throwIfAborted()
    if (index < before) continue
    const begin = index + word.length
    const end = text.indexOf("endstream", begin)
    if (end < 0) return true
    if (++parts > MAX_PARTS) return false
    const head = text.slice(Math.max(before, index - MAX_HEAD), index)
    before = end + WORD
    const [, number, generation] = [...head.matchAll(/(?<!\d)(\d{1,10})\s+(\d{1,5})\s+obj/g)].at(-1) ?? []
    // The list of objects is never encrypted.
    if (number === undefined || /\/Type\s*\/XRef\b|\/Crypt\b/.test(head.slice(head.lastIndexOf("obj")))) continue
    const own = key.isForAll ? key.key : ownKey(key, Number(number), Number(generation))
    const data = bytes.slice(begin, end - (/\r?\n?$/.exec(text.slice(end - 2, end))?.[0].length ?? 0))
    if (key.cipher === "rc4") bytes.set(rc4(own, data), begin)
    else {
      const length = (end - begin) & ~15
      if (length < 32) continue
      const plain = withoutFill(
        await aesDecrypted(own, bytes.slice(begin, begin + 16), bytes.slice(begin + 16, begin + length))
      )
      // It is shorter by the first block. Its end is brought forward, because pdf.js goes by the first end that it
      // finds if there is none where the part's length says.
      bytes.fill(SPACE, begin, end + WORD)
      bytes.set(plain, begin)
      bytes.set(END, begin + plain.length)
    }
  }
  return true
}

function ownKey({ key, cipher }: FileKey, number: number, generation: number): Bytes {
  const name = Uint8Array.of(number, number >> 8, number >> 16, generation, generation >> 8)
  return md5(joined([key, name, ...(cipher === "aes" ? [SALT] : [])])).slice(0, Math.min(16, key.length + 5))
}

function withoutFill(plain: Bytes): Bytes {
  const fill = plain.at(-1) ?? 0
  return fill >= 1 && fill <= 16 ? plain.subarray(0, plain.length - fill) : plain
}

const END = new TextEncoder().encode("\nendstream")
/** The length of the word that ends a part. */
const WORD = 9
const SALT = new TextEncoder().encode("sAlT")
const SPACE = 32
/** The first letter of a name that means nothing. */
const UNKNOWN = 88
/** In characters. */
const MAX_HEAD = 10_000
const MAX_ENTRY = 10_000
const MAX_ID = 1000
const MAX_IDS = 10
/** A handbook of 3,000 pages has some thousands. These take 20 s (Node 24). */
const MAX_PARTS = 50_000

/** What decrypts the parts of a file. */
interface FileKey {
  key: Bytes
  cipher: "rc4" | "aes" | "none"
  /** Every part has the same key. Otherwise each is made from the number of its object. */
  isForAll: boolean
}

/**
 * Makes the key of a file that opens without a password (ISO 32000-2, 7.6.4). @param id the first of the file's two ids
 * @returns undefined if a password is needed, or if it is encrypted in another way than by one
 */
async function fileKey(entry: PdfDictionary, id: string): Promise<FileKey | undefined> {
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
