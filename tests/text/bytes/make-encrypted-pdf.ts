import { createCipheriv, createHash } from "node:crypto"
import { rc4 } from "../../../src/text/bytes/pdf/decrypt/ciphers.ts"
import { blanks, pageOf, type Part } from "./make-pdf-bombs.ts"

export type Encryption = "RC4, 40 bits" | "RC4, 128 bits" | "AES, 128 bits" | "AES, 256 bits" | "AES, 256 bits, revised"

/** Encrypts a page of these parts with an empty password, or with one that nobody knows. */
export function encryptedPage(
  parts: Part[],
  by: Encryption,
  { locked = false, more = "" } = {}
): Uint8Array<ArrayBuffer> {
  const { entry, keyOf } = locked ? withWrongUser(keysOf(by)) : keysOf(by)
  const encrypt = (number: number, data: Buffer) => {
    if (by.startsWith("RC4")) return Buffer.from(rc4(keyOf(number), data))
    const iv = Buffer.alloc(16, number)
    const cipher = createCipheriv(by.startsWith("AES, 256") ? "aes-256-cbc" : "aes-128-cbc", keyOf(number), iv)
    return Buffer.concat([iv, cipher.update(data), cipher.final()])
  }
  const page = pageOf(parts.map((part, at) => ({ ...part, data: encrypt(5 + at, part.data) })))
  const text = Buffer.from(page).toString("latin1")
  return new Uint8Array(
    Buffer.from(
      text.replace(
        "trailer <<",
        () => `90 0 obj\n${entry}\nendobj\n${more}trailer << /ID [<${ID.toString("hex")}> <00>] /Encrypt 90 0 R`
      ),
      "latin1"
    )
  )
}

/** A part of a few hundred kilobytes that unpacks to 300 MB. */
export const largeBlanks = () => blanks(300_000_000)

const ID = Buffer.from("an id of 16 byte")
const FILL = Buffer.from("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a", "hex")
/** Bytes of all kinds: also those that another encoding reads as signs beyond a byte. */
const OWNER = Buffer.concat([
  Buffer.from("(brackets) \\"),
  Buffer.from([128, 145, 150, 159, 173, 255]),
  Buffer.alloc(14, 142)
])
const md5 = (...parts: Buffer[]) => createHash("md5").update(Buffer.concat(parts)).digest()
const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString("hex")}>`
const literal = (bytes: Buffer) =>
  `(${bytes.toString("latin1").replace(/[\\()\r]/g, (one) => (one === "\r" ? "\\r" : `\\${one}`))})`

interface Keys {
  entry: string
  keyOf(number: number): Buffer
}

function keysOf(by: Encryption): Keys {
  if (by === "AES, 256 bits") return keysByHash(sha256, 5)
  if (by === "AES, 256 bits, revised") return keysByHash(revisedHash, 6)
  const length = by === "RC4, 40 bits" ? 5 : 16
  let key = md5(FILL, OWNER, Buffer.from([0xfc, 0xff, 0xff, 0xff]), ID)
  if (length === 16) for (let n = 0; n < 50; n++) key = md5(key)
  key = key.subarray(0, length)
  let user = length === 5 ? Buffer.from(rc4(key, FILL)) : md5(FILL, ID)
  if (length === 16)
    for (let n = 0; n < 20; n++)
      user = Buffer.from(
        rc4(
          key.map((byte) => byte ^ n),
          user
        )
      )
  const whole = Buffer.concat([user, Buffer.alloc(32 - user.length)])
  const shared = `/Filter /Standard /O ${literal(OWNER)} /U ${hex(whole)} /P -4`
  const filters = "/CF << /StdCF << /CFM /AESV2 /Length 16 >> >> /StmF /StdCF /StrF /StdCF"
  const salt = by === "AES, 128 bits" ? Buffer.from("sAlT") : Buffer.alloc(0)
  return {
    entry:
      by === "RC4, 40 bits"
        ? `<< ${shared} /V 1 /R 2 >>`
        : by === "RC4, 128 bits"
          ? `<< ${shared} /V 2 /R 3 /Length 128 >>`
          : `<< ${shared} /V 4 /R 4 /Length 128 ${filters} >>`,
    keyOf: (number) => md5(key, Buffer.from([number, 0, 0, 0, 0]), salt).subarray(0, Math.min(16, length + 5))
  }
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest()

/** Algorithm 2.B of ISO 32000-2, for the empty password. */
function revisedHash(salt: Buffer): Buffer {
  let hash = sha256(salt)
  let last = 0
  for (let round = 0; round < 64 || last > round - 32; round++) {
    const mixing = createCipheriv("aes-128-cbc", hash.subarray(0, 16), hash.subarray(16, 32)).setAutoPadding(false)
    const mixed = mixing.update(Buffer.concat(Array.from({ length: 64 }, () => hash)))
    const rest = Number(BigInt(`0x${mixed.subarray(0, 16).toString("hex")}`) % 3n)
    hash = createHash(["sha256", "sha384", "sha512"][rest] ?? "")
      .update(mixed)
      .digest()
    last = mixed.at(-1) ?? 0
  }
  return hash.subarray(0, 32)
}

function keysByHash(sha: (salt: Buffer) => Buffer, revision: 5 | 6): Keys {
  const key = sha256(Buffer.from("a key"))
  const [salt, keySalt] = [Buffer.from("saltsalt"), Buffer.from("keysalts")]
  const packing = createCipheriv("aes-256-cbc", sha(keySalt), Buffer.alloc(16)).setAutoPadding(false)
  const packed = Buffer.concat([packing.update(key), packing.final()])
  const user = Buffer.concat([sha(salt), salt, keySalt])
  return {
    entry: [
      `<< /Filter /Standard /V 5 /R ${revision} /Length 256 /P -4`,
      `/O ${hex(Buffer.alloc(48))} /U ${hex(user)} /OE ${hex(Buffer.alloc(32))} /UE ${hex(packed)}`,
      `/Perms ${hex(Buffer.alloc(16))} /CF << /StdCF << /CFM /AESV3 >> >> /StmF /StdCF /StrF /StdCF >>`
    ].join(" "),
    keyOf: () => key
  }
}

const withWrongUser = ({ entry, keyOf }: Keys): Keys => ({
  entry: entry.replace(/\/U <\w{8}/, "/U <00000000"),
  keyOf
})
