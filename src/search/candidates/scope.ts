import type { PairedPerson } from "../../protocol/relay.ts"
import type { Scope } from "./candidates.ts"

/**
 * Tickets of the sample helpdesk see the invented shop's rules and the team's own; every other ticket sees the team's
 * alone.
 */
export function scopeOf(helpdesk: string, person: PairedPerson): Scope {
  return { origins: helpdesk === "sample" ? ["sample", "team"] : ["team"], groups: person.groups }
}
