import { RULES_HEADER } from "../../protocol/masking-rules.ts"
import { ATTACHMENTS_HEADER, EARLIER_HEADER } from "../../protocol/admin.ts"
import { CORRECTIONS_HEADER } from "../../protocol/operating/corrections.ts"
import { LOOKUPS_HEADER } from "../../protocol/operating/lookups.ts"
import { PAGE_RECIPES_HEADER } from "../../protocol/operating/page-recipes.ts"

/**
 * Is called with the versions of the team's masking rules, lookups, shared places and corrected selectors that an answer
 * of the relay names, and with what the browser may read besides the ticket.
 */
export type VersionsTold = (told: {
  rules: number
  lookups: number
  recipes: number
  corrections: number
  earlier: boolean
  attachments: boolean
}) => void

/** An older relay names no lookups, places and corrections, because it has none, and takes nothing of earlier tickets. */
export function tellVersions(headers: Headers, told: VersionsTold): void {
  const versionIn = (name: string) => {
    const version = headers.get(name)
    return version !== null && /^\d{1,9}$/.test(version) ? Number(version) : undefined
  }
  const isOn = (name: string) => headers.get(name) === "on"
  const rules = versionIn(RULES_HEADER)
  if (rules === undefined) return
  told({
    rules,
    lookups: versionIn(LOOKUPS_HEADER) ?? 0,
    recipes: versionIn(PAGE_RECIPES_HEADER) ?? 0,
    corrections: versionIn(CORRECTIONS_HEADER) ?? 0,
    earlier: isOn(EARLIER_HEADER),
    attachments: isOn(ATTACHMENTS_HEADER)
  })
}
