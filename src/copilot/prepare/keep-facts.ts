import { ensureRecord, setTicketContent } from "../draft/ticket-content.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"

/**
 * Keeps facts that the agent typed for a playbook with the ticket, so that later drafts have them too, after new
 * messages as well. The request for a draft stores them in one write.
 * @param facts by the labels of the playbook; "" takes one back
 */
export function keepFacts(services: Services, state: TicketState, facts: Readonly<Record<string, string>>): void {
  const before = ensureRecord(services, state).given ?? {}
  const given = Object.entries({ ...before, ...facts })
    .map(([label, value]) => [label.slice(0, MAX_CHARACTERS), value.trim().slice(0, MAX_CHARACTERS)] as const)
    .filter(([, value]) => value !== "")
    .slice(-MAX_FACTS)
  setTicketContent(state, { given: given.length > 0 ? Object.fromEntries(given) : undefined })
}

/** In characters, as the fields of the panel. */
const MAX_CHARACTERS = 300
/** A ticket has a hundred fields at most, and its own count as well. */
const MAX_FACTS = 30
