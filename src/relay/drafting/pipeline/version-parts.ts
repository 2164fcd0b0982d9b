import { createHash } from "node:crypto"

/** What a draft version is made of. Texts are hashed, names of models are as they are configured. */
export interface VersionParts {
  /** The steps of the program. */
  recipe: string
  /** The model that writes, or "offline". */
  model: string
  prompt: string
  /** The models that search uses, or "". */
  search: string
  /** The model that verifies, or "". */
  verifier: string
  verifierPrompt: string
  /** What the team says of itself. */
  team: string
  voices: string
  memories: string
}

export const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12)

/** Returns a function that notes each version once. A note that failed is tried again with the next draft. */
export function oncePerVersion(
  note: (version: string, parts: VersionParts) => Promise<void>
): (version: string, parts: VersionParts) => Promise<void> {
  const notes = new Map<string, Promise<void>>()
  return async (version, parts) => {
    const pending = notes.get(version) ?? note(version, parts)
    notes.set(version, pending)
    try {
      await pending
    } catch (error) {
      notes.delete(version)
      throw error
    }
  }
}
