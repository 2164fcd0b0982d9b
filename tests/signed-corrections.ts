import { generateKeyPairSync, sign } from "node:crypto"
import type { SelectorCorrection, SignedCorrections } from "../src/protocol/routes/helpdesk-pages.ts"

/** Keys as `npm run release -- correction-keys` makes them, and what signs with them. */
export function signer() {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519")
  const signText = (payload: string): SignedCorrections => ({
    payload,
    signature: sign(null, Buffer.from(payload), privateKey).toString("base64")
  })
  return {
    /** The public key in base64. */
    key: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("base64"),
    signText,
    sign: (serial: number, corrections: readonly SelectorCorrection[] = [SUBJECT], more: object = {}) =>
      signText(JSON.stringify({ format: 1, serial, made: "2026-11-25", corrections, ...more }))
  }
}

export const SUBJECT: SelectorCorrection = { helpdesk: "freescout", name: "subject", selector: ".title span" }
