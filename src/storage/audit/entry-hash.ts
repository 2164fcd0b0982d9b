import { createHash } from "node:crypto"

/** An entry of the audit with its place in the chain, as the database and an export hold it. */
export interface ChainEntry {
  /** Its number, from 1 on without a gap. */
  id: number
  /** In UTC with microseconds, such as `2026-11-20T10:00:00.000000Z`. */
  at: string
  /** The id of the person who did it, or null if it was done at a relay's own machine. */
  person: string | null
  /** The operating system's user and host, such as `root@relay-1`, where no person is named. */
  machine: string | null
  action: string
  ids: string[]
  /** It was chained later than it was written. */
  late: boolean
  /** The hash of the entry before it, in hexadecimal. */
  previous: string
  hash: string
}

/** The `previous` of the first entry. */
export const NO_ENTRY = "0".repeat(64)

/**
 * Returns the hash that the entry must have, in hexadecimal. The database calculates the same when it stores the entry
 * (migration 0060). Each part is a netstring, so no two entries have the same bytes.
 */
export function entryHash({ id, at, person, machine, action, ids, late, previous }: Omit<ChainEntry, "hash">): string {
  const parts = ["replywright-audit-1", String(id), String(late), at, person, machine, action, String(ids.length)]
  return createHash("sha256")
    .update(netstrings([...parts, ...ids, previous]))
    .digest("hex")
}

/** Joins texts so that they can be told apart again: `5:hello,` each, and `-,` for null. */
export function netstrings(parts: readonly (string | null)[]): string {
  return parts.map((part) => (part === null ? "-," : `${Buffer.byteLength(part)}:${part},`)).join("")
}
