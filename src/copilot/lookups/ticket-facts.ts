import type { LookupResult, Lookups, LookedUp } from "../../ticket/looked-up.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { noteFinder } from "../../lookups/repeats-note.ts"
import type { DraftRecord } from "../../store/records.ts"
import type { TicketState } from "../ticket/ticket-state.ts"

/**
 * Adds what was looked up to the ticket, which is masked as a whole afterwards. Facts that tell who somebody is, or
 * that read like an instruction, stay here. What a failed lookup would have said is named without a value, unless the
 * agent typed it: then it is a field of the ticket.
 * @param typed what the agent typed, by the labels of facts
 */
export function withLookups(
  ticket: Ticket,
  { results, identities }: Lookups,
  typed: Readonly<Record<string, string>> = {}
): Ticket {
  let room = MAX_CHARACTERS
  const lookups = results.flatMap((result): LookedUp[] => {
    const facts = sendable(result, typed).filter(({ label, value = "" }) => (room -= label.length + value.length) > 0)
    return facts.length === 0 ? [] : [{ name: result.name, title: result.title, facts }]
  })
  if (lookups.length === 0 && identities.length === 0) return ticket
  return { ...ticket, ...(lookups.length > 0 ? { lookups } : {}), identities }
}

/** Returns the facts of a lookup that may be sent. */
export function sendable(
  { state, problem, facts }: LookupResult,
  typed: Readonly<Record<string, string>> = {}
): LookedUp["facts"] {
  if (state === "failed" && (problem === "needs-permission" || problem === "needs-secret" || problem === "bad-secret"))
    return []
  return facts.flatMap(({ name, label, value, withheld }) => {
    if (withheld !== undefined) return []
    if (value === undefined) return state === "failed" && typed[label] === undefined ? [{ name, label }] : []
    return [{ name, label, value }]
  })
}

/** All facts of a ticket together. */
const MAX_CHARACTERS = 20_000

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

/**
 * Returns what the card "Customer" shows: what this worker looked up, or else what the draft was written with. Beside a
 * fact that isn't known stands what the agent typed for it, and a result says if the draft rests on other facts of it.
 */
export function shownLookups({ lookups, draft, record }: TicketState): LookupResult[] | undefined {
  const results = lookups?.results ?? draft?.lookups
  const isSettled = draft !== undefined && record?.settled?.includes(draft.id) === true
  return results?.map((result) => ({
    ...result,
    ...(lookups && draft && !isSettled && isOther(result, draft) ? { earlier: true as const } : {}),
    facts: result.facts.map((fact) => {
      const typed = fact.value === undefined ? draft?.facts?.[fact.label] : undefined
      return typed === undefined ? fact : { ...fact, typed }
    })
  }))
}

/** A lookup that failed has no newer facts, and a draft that is being written has the present ones. */
function isOther(result: LookupResult, { lookups = [], state }: DraftRecord): boolean {
  if (state === "writing" || (result.state !== "found" && result.state !== "none")) return false
  const before = lookups.find(({ name }) => name === result.name)
  return JSON.stringify(sendable(result)) !== JSON.stringify(before ? sendable(before) : [])
}
