import { RULES_HEADER } from "../../protocol/masking-rules.ts"
import { EARLIER_HEADER } from "../../protocol/admin.ts"
import { LOOKUPS_HEADER } from "../../protocol/operating/lookups.ts"

/**
 * Is called with the versions of the team's masking rules and lookups that an answer of the relay names, and whether
 * earlier tickets may be read.
 */
export type VersionsTold = (rules: number, lookups: number, earlier: boolean) => void

/** An older relay names no lookups, because it has none, and takes nothing of earlier tickets. */
export function tellVersions(headers: Headers, told: VersionsTold): void {
  const [rules, lookups] = [RULES_HEADER, LOOKUPS_HEADER].map((name) => {
    const version = headers.get(name)
    return version !== null && /^\d{1,9}$/.test(version) ? Number(version) : undefined
  })
  if (rules !== undefined) told(rules, lookups ?? 0, headers.get(EARLIER_HEADER) === "on")
}
