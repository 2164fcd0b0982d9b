import { createHash } from "node:crypto"

/**
 * Under this a place's documents are kept: by a name that people know, and by what tells it from others of that name.
 * Of the same place always the same.
 */
export function collectionNamed(name: string, place: string): string {
  return `${name}-${createHash("sha256").update(place).digest("hex").slice(0, 6)}`
}
