import { fromBase64, toBase64 } from "../text/bytes/base64.ts"
import { StoreFault } from "./store-fault.ts"

/** Encrypts what is stored on disk. Only this module uses the vault key. */
export interface Cipher {
  /** The vault's name separates one person's rows from another's without naming either. */
  vault: string
  /** Encrypts with AES-GCM. `about` ties the row to its place, so that no row can be put in another's place. */
  seal(value: unknown, about: string): Promise<Uint8Array<ArrayBuffer>>
  /** Decrypts a value. @throws StoreFault "unreadable" */
  open(box: Uint8Array<ArrayBuffer>, about: string): Promise<unknown>
  /** Returns a blinded name for an index. Ticket numbers can be enumerated, so a plain hash would hide nothing. */
  blind(name: string): Promise<string>
}

/** Creates the cipher. @param key the 32-byte vault key in base64, as the relay issues it */
export async function cipherFrom(key: string): Promise<Cipher> {
  const raw = fromBase64(key)
  if (raw.length !== 32) throw new StoreFault("locked")
  const root = await crypto.subtle.importKey("raw", raw, "HKDF", false, ["deriveKey"])
  const sealing = await crypto.subtle.deriveKey(derived("seal"), root, { name: "AES-GCM", length: 256 }, false, [
    "encrypt",
    "decrypt"
  ])
  const naming = await crypto.subtle.deriveKey(
    derived("name"),
    root,
    { name: "HMAC", hash: "SHA-256", length: 256 },
    false,
    ["sign"]
  )
  const blind = async (name: string) => {
    const signed = await crypto.subtle.sign("HMAC", naming, utf8.encode(name))
    return toBase64(new Uint8Array(signed).subarray(0, 18))
  }
  return {
    vault: await blind("vault"),
    blind,
    async seal(value, about) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt(box(iv, about), sealing, utf8.encode(JSON.stringify(value)))
      const whole = new Uint8Array(12 + sealed.byteLength)
      whole.set(iv)
      whole.set(new Uint8Array(sealed), 12)
      return whole
    },
    async open(whole, about) {
      try {
        const opened = await crypto.subtle.decrypt(box(whole.slice(0, 12), about), sealing, whole.slice(12))
        return JSON.parse(new TextDecoder().decode(opened))
      } catch (cause) {
        throw new StoreFault("unreadable", { cause })
      }
    }
  }
}

const utf8 = new TextEncoder()
const derived = (info: string) => ({
  name: "HKDF",
  hash: "SHA-256",
  salt: new Uint8Array(0),
  info: utf8.encode(`replywright/${info}`)
})
const box = (iv: Uint8Array<ArrayBuffer>, about: string) => ({
  name: "AES-GCM",
  iv,
  additionalData: utf8.encode(about)
})

/**
 * Opens a row. A row that was sealed with another key counts as absent: it belongs to somebody else, or the relay's key
 * has changed. `T` is what the counterpart of the calling function sealed. The box is authenticated, so nobody else can
 * have made it.
 */
export async function openSealedRow<T>(
  cipher: Cipher,
  row: { box: Uint8Array<ArrayBuffer> } | undefined,
  about: string
): Promise<T | undefined> {
  if (!row) return undefined
  try {
    return (await cipher.open(row.box, about)) as T
  } catch (error) {
    if (error instanceof StoreFault && error.code === "unreadable") return undefined
    throw error
  }
}
