import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto"
import { CHECKPOINT } from "../audit-log.ts"
import { netstrings, type ChainEntry } from "./entry-hash.ts"

/**
 * The entries by which the audit vouches for itself. Their `ids` are what they state, and then the id of a key and its
 * signature. The statement names the time, so that none can be repeated as a newer one.
 */
export const SIGNED_ACTIONS = {
  /** All entries up to this one are as they were: `through`, its hash, and the hash of the chain's first entry. */
  checkpoint: CHECKPOINT,
  /** The relay has deleted all entries up to `through`, because their days were over: the same, the day, and how many. */
  pruned: "entries-pruned",
  /** From here on this key signs: its public half and the former one's, and the signatures of both. */
  key: "audit-key-changed"
} as const

/** What a checkpoint or a summary of deleted entries states. */
export interface Statement {
  /** The number of the last entry that is meant. */
  through: number
  hash: string
  /** The hash of the first entry that the chain ever had, by which two installations are told apart. */
  chain: string
}

/** A key pair by which this relay signs. */
export interface AuditKey {
  id: string
  /** The public half, as base64 of its DER. */
  publicKey: string
  sign(statement: string): string
}

/** Returns the id of a public key: the first 16 digits of the hash of its DER. */
export const keyIdOf = (publicKey: string) =>
  createHash("sha256").update(Buffer.from(publicKey, "base64")).digest("hex").slice(0, 16)

const publicKeyOf = (publicKey: string): KeyObject =>
  createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" })

/** Makes an `AuditKey` of a private key. */
export function auditKeyOf(privateKey: KeyObject): AuditKey {
  const publicKey = createPublicKey(privateKey).export({ format: "der", type: "spki" }).toString("base64")
  return {
    id: keyIdOf(publicKey),
    publicKey,
    sign: (statement) => sign(null, Buffer.from(statement), privateKey).toString("base64")
  }
}

/** Returns whether the key has signed the statement. A text that is no key has signed nothing. */
export function isSigned(statement: string, signature: string, publicKey: string): boolean {
  let key: KeyObject
  try {
    key = publicKeyOf(publicKey)
  } catch {
    return false
  }
  return (
    key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(statement), key, Buffer.from(signature, "base64"))
  )
}

/** Returns the time as an entry holds it. */
export const atText = (at: Date) => at.toISOString().replace("Z", "000Z")

/** Returns the `ids` of a checkpoint, or of a summary of deleted entries with its further details. */
export function signedIds(
  key: AuditKey,
  action: string,
  at: string,
  { through, hash, chain }: Statement,
  details: string[] = []
): string[] {
  const stated = [String(through), hash, chain, ...details]
  return [...stated, key.id, key.sign(statementText(action, at, stated))]
}

/** What an entry of `SIGNED_ACTIONS` states, and by whom. Undefined if its `ids` are not of that form. */
export interface SignedStatement extends Statement {
  details: string[]
  keyId: string
  isSignedBy(publicKey: string): boolean
}

export function readStatement({
  action,
  at,
  ids
}: Pick<ChainEntry, "action" | "at" | "ids">): SignedStatement | undefined {
  const [through = "", hash, chain, ...rest] = ids
  const [keyId, signature] = rest.slice(-2)
  if (!/^\d{1,15}$/.test(through) || hash === undefined || chain === undefined || keyId === undefined) return undefined
  if (signature === undefined) return undefined
  return {
    ...{ through: Number(through), hash, chain, details: rest.slice(0, -2), keyId },
    isSignedBy: (publicKey) => isSigned(statementText(action, at, ids.slice(0, -2)), signature, publicKey)
  }
}

/** The `ids` of the entry that introduces a key. If the former key is lost, it is named by its public half alone. */
export function keyChangeIds(key: AuditKey, former: AuditKey | string | undefined, at: string): string[] {
  const formerKey = typeof former === "string" ? former : (former?.publicKey ?? "")
  const stated = [key.publicKey, formerKey]
  const text = statementText(SIGNED_ACTIONS.key, at, stated)
  return [...stated, key.sign(text), typeof former === "object" ? former.sign(text) : ""]
}

/** A change of keys, which the new key has signed. */
export interface KeyChange {
  newKey: string
  /** The public half of the key before it, for which the new one vouches. */
  formerKey: string | undefined
  /** The former key vouches for the new one as well. */
  isByFormer: boolean
}

/** Returns undefined if the entry's new key has not signed it. */
export function readKeyChange({ at, ids }: Pick<ChainEntry, "at" | "ids">): KeyChange | undefined {
  const [newKey = "", formerKey = "", byNew = "", byFormer = ""] = ids
  const text = statementText(SIGNED_ACTIONS.key, at, [newKey, formerKey])
  if (!isSigned(text, byNew, newKey)) return undefined
  return { newKey, formerKey: formerKey || undefined, isByFormer: isSigned(text, byFormer, formerKey) }
}

/** What is signed. */
export const statementText = (action: string, at: string, stated: readonly string[]) =>
  netstrings(["replywright-audit", action, at, ...stated])
