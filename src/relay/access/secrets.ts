import { createHash, randomBytes, randomInt } from "node:crypto"

/** A bearer token: 32 random bytes. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url")
}

/** A code that a person can read out and type: no 0/O, 1/I/L, U. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

/** e.g. "K7QM-4TXP": 39 bits, good for ten minutes and a few tries. */
export function newPairingCode(): string {
  const letters = Array.from({ length: 8 }, () => ALPHABET[randomInt(ALPHABET.length)])
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`
}

/** SHA-256 of a token or of a code; a code as typed, in any case, with or without dash and spaces. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest()
export const hashCode = (code: string): Buffer => hashToken(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
