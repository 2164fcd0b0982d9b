import { RULES_HEADER } from "../../protocol/masking-rules.ts"
import { ATTACHMENTS_HEADER, EARLIER_HEADER } from "../../protocol/admin.ts"
import { LOOKUPS_HEADER } from "../../protocol/operating/lookups.ts"

/**
 * Is called with the versions of the team's masking rules and lookups that an answer of the relay names, and with what
 * the browser may read besides the ticket.
 */
export type VersionsTold = (rules: number, lookups: number, reads: { earlier: boolean; attachments: boolean }) => void

/** An older relay names no lookups, because it has none, and takes nothing of earlier tickets and attachments. */
export function tellVersions(headers: Headers, told: VersionsTold): void {
  const [rules, lookups] = [RULES_HEADER, LOOKUPS_HEADER].map((name) => {
    const version = headers.get(name)
    return version !== null && /^\d{1,9}$/.test(version) ? Number(version) : undefined
  })
  const isOn = (name: string) => headers.get(name) === "on"
  if (rules !== undefined)
    told(rules, lookups ?? 0, { earlier: isOn(EARLIER_HEADER), attachments: isOn(ATTACHMENTS_HEADER) })
}
