import { createHash } from "node:crypto"

/** Returns the version of a pipeline that is made of these parts: 12 characters in hex. */
export const pipelineVersion = (parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 12)

/** Voices and memories are part of the version, so that figures of drafts before and after a change can be told apart. */
export function versionWith(version: string, ...stored: ({ hash: string | undefined } | undefined)[]): string {
  const hashes = stored.flatMap((one) => one?.hash ?? [])
  return hashes.length === 0 ? version : pipelineVersion([version, ...hashes])
}
