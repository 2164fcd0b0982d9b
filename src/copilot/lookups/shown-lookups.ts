import type { DraftRecord } from "../../store/records.ts"
import type { LookupResult } from "../../ticket/lookup-results.ts"
import type { TicketState } from "../ticket/ticket-state.ts"
import { sendable } from "./ticket-facts.ts"

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
