import { noteFinder } from "../../lookups/repeats-note.ts"
import type { Lookups } from "../../ticket/lookup-results.ts"
import type { Ticket } from "../../ticket/ticket.ts"

/**
 * Withholds each fact that repeats an internal note of the ticket: the helpdesk's own API gives notes to whoever reads
 * it in the agent's session. It compares with the notes as they are now, so a kept answer is compared, too.
 * @param site the origin of the ticket's page
 */
export function withholdNotes(lookups: Lookups, ticket: Ticket, site: string): Lookups {
  const notes = noteFinder(ticket)
  return {
    ...lookups,
    results: lookups.results.map((result) => ({
      ...result,
      facts: result.facts.map((fact) =>
        fact.value !== undefined && fact.withheld === undefined && notes.isIn(fact.value, result.origin === site)
          ? { ...fact, withheld: "note" as const }
          : fact
      )
    }))
  }
}
