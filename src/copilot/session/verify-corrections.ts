import {
  readCorrections,
  type CorrectionsPayload,
  type CorrectionsRefusal,
  type SignedCorrections
} from "../../protocol/operating/corrections.ts"
import { fromBase64 } from "../../text/bytes/base64.ts"

/**
 * Checks that a file was signed by one of the keys, and reads it.
 * @param keys Ed25519 public keys: 32 bytes each, in base64
 * @returns what was signed and the key, or why it isn't taken
 */
export async function verifyCorrections(
  { payload, signature }: SignedCorrections,
  keys: readonly string[]
): Promise<(CorrectionsPayload & { state: "signed"; key: string }) | { state: CorrectionsRefusal }> {
  const usable = keys.filter((key) => PUBLIC_KEY.test(key))
  if (keys.length === 0) return { state: "no-key" }
  if (usable.length === 0) return { state: "bad-key" }
  let signer: string | undefined
  try {
    for (const key of usable) if (await isSignedBy(key, payload, signature)) signer = key
  } catch (error) {
    // Chrome before 137 and Firefox before 129 know no Ed25519.
    if (error instanceof DOMException && error.name === "NotSupportedError") return { state: "no-ed25519" }
    // Bytes of the right number that are no point of the curve.
    if (error instanceof DOMException) return { state: "bad-key" }
    throw error
  }
  if (signer === undefined) return { state: "bad-signature" }
  const read = readCorrections(payload)
  return "fault" in read ? { state: "bad-file" } : { ...read, state: "signed", key: signer }
}

const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/

async function isSignedBy(key: string, payload: string, signature: string): Promise<boolean> {
  const { subtle } = crypto
  const read = await subtle.importKey("raw", fromBase64(key), "Ed25519", false, ["verify"])
  return subtle.verify("Ed25519", read, fromBase64(signature), new TextEncoder().encode(payload))
}
