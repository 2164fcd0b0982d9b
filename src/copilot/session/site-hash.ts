import { fromBase64, toBase64 } from "../../text/bytes/base64.ts"

/**
 * Returns the HMAC-SHA-256 of a ticket's site in the form that the relay uses: "hmac:" and 43 characters of base64url.
 * @param key the team's key in base64, as the relay sends it with the masking rules
 * @param origin such as "https://lumen.zendesk.com"
 */
export async function siteHash(key: string, origin: string): Promise<string> {
  const secret = await crypto.subtle.importKey("raw", fromBase64(key), { name: "HMAC", hash: "SHA-256" }, false, [
    "sign"
  ])
  const signed = await crypto.subtle.sign("HMAC", secret, new TextEncoder().encode(origin))
  return `hmac:${toBase64(new Uint8Array(signed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "")}`
}
