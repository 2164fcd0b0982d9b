import { createHash, createHmac, randomBytes, randomInt } from "node:crypto"

/** A token: 32 random bytes. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url")
}

/** A refresh token's own 32 random bytes, which only the relay knows. */
export function newSalt(): Buffer {
  return randomBytes(32)
}

/**
 * What a refresh token gives. The same each time, so that an answer that was lost can be given again though only hashes
 * are stored; and told by nobody who has the token without the salt, or the salt without the token.
 */
export function nextTokens(refresh: string, salt: Buffer): { token: string; refresh: string } {
  const next = (what: string) => createHmac("sha256", salt).update(`${what}\n${refresh}`).digest("base64url")
  return { token: next("access"), refresh: next("refresh") }
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
