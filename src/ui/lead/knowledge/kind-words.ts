import { locale } from "../../messages/locale.ts"
import { isMessage, t, tell } from "../../messages/t.ts"

/**
 * Returns "Contradictions" for "contradiction". A kind that only a newer relay knows is shown by its own name:
 * "too-long" is "Too long".
 */
export function kindName(kind: string): string {
  const key = `report.kind.${kind}`
  if (isMessage(key)) return tell(key, {})
  const words = kind.replace(/[-_]+/g, " ").trim()
  return words.slice(0, 1).toLocaleUpperCase(locale()) + words.slice(1)
}

/** Returns what was searched for, or nothing for a kind that isn't known here. */
export function kindLead(kind: string): string | undefined {
  const key = `report.lead.${kind}`
  return isMessage(key) ? tell(key, {}) : undefined
}

export const headingOf = (kind: string, count: number): string =>
  t("report.heading", { kind: kindName(kind), n: count })
