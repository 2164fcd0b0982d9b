import { fromBase64, toBase64 } from "./base64.ts"

/**
 * Returns the HMAC-SHA-256 of a text as "hmac:" and 43 characters of base64url. Browsers and the relay make the same.
 * @param key 32 bytes in base64
 */
export async function keyedHash(key: string, text: string): Promise<string> {
  const secret = await crypto.subtle.importKey("raw", fromBase64(key), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign"
  ])
  const signed = await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(text))
  return `hmac:${toBase64(new Uint8Array(signed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`
}

/**
 * Returns the keyed hash by which everything that is stored of a requester's tickets is found again. Spellings that mail
 * takes for the same address have the same hash. The address itself never leaves the browser.
 * @param key the team's, 32 bytes in base64
 * @returns undefined if this is no address
 */
export async function requesterHash(key: string, address: string): Promise<string | undefined> {
  const plain = address.normalize("NFKC").trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(plain) ? keyedHash(key, plain) : undefined
}
