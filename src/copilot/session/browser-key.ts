import {
  browserKey,
  renewalStatement,
  type BrowserKey,
  type Renewal,
  type RenewRequest
} from "../../protocol/renewal.ts"
import { toBase64 } from "../../text/bytes/base64.ts"

/**
 * The key pair that renews a sign-in of this browser. Nobody can read the private key, not even this extension: the
 * browser signs with it where it is stored.
 */
export interface BrowserKeyPair {
  privateKey: CryptoKey
  publicKey: BrowserKey
}

export async function newBrowserKey(): Promise<BrowserKeyPair> {
  const { privateKey, publicKey } = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
    "verify"
  ])
  return { privateKey, publicKey: browserKey.parse(await crypto.subtle.exportKey("jwk", publicKey)) }
}

/** @param at ISO 8601, as the relay's clock has it give or take five minutes */
export async function signedRenewal(
  privateKey: CryptoKey,
  { family, refresh }: Pick<Renewal, "family" | "refresh">,
  at: string
): Promise<RenewRequest> {
  const digest = await crypto.subtle.digest("SHA-256", utf8.encode(refresh))
  const statement = renewalStatement({ family, at, refreshHash: toBase64(new Uint8Array(digest)) })
  const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, privateKey, utf8.encode(statement))
  return { refresh, at, signature: toBase64(new Uint8Array(signature)) }
}

const utf8 = new TextEncoder()
