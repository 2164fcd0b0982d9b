import { browserKey, type BrowserKey } from "../../protocol/renewal.ts"
import { Problem } from "../../runtime/problem.ts"

const P256 = { name: "ECDSA", namedCurve: "P-256" }

/** Checks a browser's public key. @throws Problem 400 "bad-key" if it is not a point on the curve */
export async function importBrowserKey(key: BrowserKey): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("jwk", key, P256, false, ["verify"])
  } catch (cause) {
    throw new Problem(400, "bad-key", "key: not a public key of ECDSA on P-256.", { cause })
  }
}

/**
 * Checks a signature.
 * @param stored the public key as JSON, or null if the browser gave none
 * @param signature in base64
 */
export async function isSignedBy(stored: string | null, statement: string, signature: string): Promise<boolean> {
  if (stored === null) return false
  const key = await importBrowserKey(browserKey.parse(JSON.parse(stored)))
  return crypto.subtle.verify(
    { name: "ECDSA", hash: "SHA-256" },
    key,
    Buffer.from(signature, "base64"),
    new TextEncoder().encode(statement)
  )
}
