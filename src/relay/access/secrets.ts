import { createHash, createHmac, randomBytes, randomInt } from "node:crypto"

/** Makes a token of 32 random bytes. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url")
}

/** Makes the 32 random bytes that belong to a refresh token and that only the relay knows. */
export function newSalt(): Buffer {
  return randomBytes(32)
}

/**
 * Derives the next two tokens from a refresh token and its salt. The result is always the same, so that a lost answer
 * can be given again although only hashes are stored. Nobody can derive it from the token or from the salt alone.
 */
export function nextTokens(refresh: string, salt: Buffer): { token: string; refresh: string } {
  const next = (what: string) => createHmac("sha256", salt).update(`${what}\n${refresh}`).digest("base64url")
  return { token: next("access"), refresh: next("refresh") }
}

/** The characters of a code that a person can read out and type. It has no 0 and O, no 1, I and L, and no U. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

/** Makes a code of that many blocks of four letters, for example "K7QM-4TXP". Each block has 19.6 bits. */
export function newPairingCode(blocks: number): string {
  const block = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join("")
  return Array.from({ length: blocks }, block).join("-")
}

/** Returns the SHA-256 of a token or of a code. A code may be typed in any case, with or without dash and spaces. */
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest()
export const hashCode = (code: string): Buffer => hashToken(code.toUpperCase().replace(/[^A-Z0-9]/g, ""))
