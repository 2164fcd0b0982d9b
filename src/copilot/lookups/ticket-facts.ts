import type { LookupResult, Lookups } from "../../ticket/lookup-results.ts"
import type { Source } from "../../ticket/draft.ts"
import type { LookedUp } from "../../ticket/looked-up.ts"
import type { Ticket } from "../../ticket/ticket.ts"

/**
 * Adds what was looked up to the ticket, which is masked as a whole afterwards. Facts that tell who somebody is, or that
 * read like an instruction, stay here. What a failed lookup would have said is named without a value, unless the agent
 * typed it: then it is a field of the ticket.
 * @param typed what the agent typed, by the labels of facts
 */
export function withLookups(
  ticket: Ticket,
  { results, identities }: Lookups,
  typed: Readonly<Record<string, string>> = {}
): Ticket {
  let room = MOST_CHARACTERS
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

/** Puts what was looked up into the sources of a draft, which the relay names without their text. */
export function withPassages(
  sources: Source[],
  results: readonly LookupResult[] = [],
  typed: Readonly<Record<string, string>> = {}
): Source[] {
  return sources.map((source) => {
    const result = results.find(({ name }) => source.id === `lookup:${name}`)
    if (source.kind !== "lookup" || !result) return source
    const lines = sendable(result, typed).map(({ label, value }) => `${label}: ${value ?? "not known"}`)
    return { ...source, passage: lines.join("\n"), changed: result.at }
  })
}

/** All facts of a ticket together. */
const MOST_CHARACTERS = 20_000
