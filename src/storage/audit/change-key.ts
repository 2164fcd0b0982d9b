import { writeAuditEntry } from "../audit-log.ts"
import { readNewestEntry } from "./read-chain.ts"
import { sealAudit, type SealParts } from "./seal-audit.ts"
import { atText, keyChangeIds, keyIdOf, readKeyChange, SIGNED_ACTIONS, type AuditKey } from "./signed-entries.ts"
import { BREAK_ACCEPTED } from "./verify-chain.ts"

/**
 * Has a new key sign from now on, and signs what there is.
 * @param former the key before it, or undefined if that is lost
 * @returns the id of the key before it, as the audit names it
 */
export async function introduceKey(
  parts: SealParts,
  key: AuditKey,
  former: AuditKey | undefined,
  now: Date
): Promise<string | undefined> {
  const newest = await readNewestEntry(parts.db, SIGNED_ACTIONS.key)
  const lastKey = newest && readKeyChange(newest)?.newKey
  await writeAuditEntry(parts.db, null, SIGNED_ACTIONS.key, keyChangeIds(key, former ?? lastKey, atText(now)), now)
  await sealAudit(parts, key, { now, asTheyAre: true })
  return lastKey && keyIdOf(lastKey)
}

/** Signs the audit as it is, after an entry that says how many places don't hold. */
export async function acceptBreak(parts: SealParts, key: AuditKey, now: Date): Promise<void> {
  const report = await sealAudit(parts, key, { now, whole: true })
  const first = report?.breaks[0]
  const ids = [`${report?.breakCount ?? 0} places`, ...(first ? [`the first at entry ${first.entry}`] : [])]
  await writeAuditEntry(parts.db, null, BREAK_ACCEPTED, ids, now)
  await sealAudit(parts, key, { now, asTheyAre: true })
}
