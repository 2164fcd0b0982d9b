import type { PairedPerson } from "../../protocol/relay.ts"
import type { Scope } from "./candidates.ts"

/**
 * Returns the scope of a ticket. Tickets of the sample helpdesk find the sample shop's knowledge and the team's own.
 * All other tickets find only the team's.
 */
export function scopeOf(helpdesk: string, person: PairedPerson): Scope {
  return { origins: helpdesk === "sample" ? ["sample", "team"] : ["team"], groups: person.groups }
}
