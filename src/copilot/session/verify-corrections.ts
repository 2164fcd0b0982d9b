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
  if (keys.length === 0) return { state: "no-key" }
  let signer: string | undefined
  let refusal: CorrectionsRefusal = "bad-key"
  for (const key of keys) {
    const signed = await isSignedBy(key, payload, signature)
    if (signed === "yes") signer = key
    // A mistake in one of the keys doesn't hide what is wrong by the others.
    else if (refusal === "bad-key") refusal = signed
  }
  if (signer === undefined) return { state: refusal }
  const read = readCorrections(payload)
  return "fault" in read ? { state: "bad-file" } : { ...read, state: "signed", key: signer }
}

const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/

async function isSignedBy(
  key: string,
  payload: string,
  signature: string
): Promise<"yes" | "bad-signature" | "bad-key" | "no-ed25519"> {
  if (!PUBLIC_KEY.test(key)) return "bad-key"
  const { subtle } = crypto
  try {
    const read = await subtle.importKey("raw", fromBase64(key), "Ed25519", false, ["verify"])
    const isRight = await subtle.verify("Ed25519", read, fromBase64(signature), new TextEncoder().encode(payload))
    return isRight ? "yes" : "bad-signature"
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    // Chrome before 137 and Firefox before 129 know no Ed25519. Otherwise the bytes are no point of the curve.
    return error.name === "NotSupportedError" ? "no-ed25519" : "bad-key"
  }
}
