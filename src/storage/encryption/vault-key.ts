import { randomBytes, randomUUID } from "node:crypto"
import type { Kysely } from "kysely"
import { cipherOf } from "./text-cipher.ts"
import type { Schema } from "../schema.ts"

/** Makes the id of a new person, and the key by which their browsers encrypt what they keep. */
export function newVault(db: Kysely<Schema>): { id: string; vault_key: Buffer } {
  const id = randomUUID()
  return { id, vault_key: cipherOf(db).wrap(vaultPlace(id), randomBytes(32)) }
}

/** Returns a person's key as their browsers get it, in base64. */
export function openVaultKey(db: Kysely<Schema>, { id, vault_key }: { id: string; vault_key: Buffer }): string {
  return cipherOf(db).unwrap(vaultPlace(id), vault_key).toString("base64")
}

/** By which a person's key is bound to them. */
export const vaultPlace = (id: string) => `people ${id}`
