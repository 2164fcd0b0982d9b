import { createHash } from "node:crypto"

/**
 * Returns the name of the collection for a place: a name that people know, and a suffix that tells places of the same
 * name apart. The same place always gets the same name.
 */
export function collectionNamed(name: string, place: string): string {
  return `${name}-${createHash("sha256").update(place).digest("hex").slice(0, 6)}`
}
