import { toBinary } from "../../base64.ts"
import { joined } from "../../stored-zip.ts"
import { aesDecrypted, rc4, md5 } from "./ciphers.ts"
import { fileKey, type FileKey } from "./file-key.ts"
import { readDictionary, type PdfDictionary } from "./pdf-value.ts"

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
