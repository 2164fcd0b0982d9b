import type { RetrievedSources } from "../../models/drafter/contract.ts"
import type { Source } from "../../ticket/draft.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"

/**
 * Adds each lookup of the ticket as a source of its own number, behind the pages. A fact that a system didn't give is
 * named as not known, so that a model doesn't read it as "none".
 */
export function addLookups(found: RetrievedSources, { lookups = [] }: MaskedTicket): RetrievedSources {
  if (lookups.length === 0) return found
  const last = Math.max(0, ...found.sources.map(({ n }) => n))
  return {
    ...found,
    sources: [
      ...found.sources,
      ...lookups.map(
        ({ name, title, facts }, at): Source => ({
          ...{ n: last + at + 1, id: `lookup:${name}`, title, kind: "lookup", headings: [] },
          passage: facts.map(({ label, value }) => `${label}: ${value ?? "not known"}`).join("\n"),
          ...{ visibility: "public", score: 0 }
        })
      )
    ]
  }
}

/** Returns the sources as they are sent and stored: the browser has what it looked up, and the relay keeps none of it. */
export const forBrowser = (sources: readonly Source[]): Source[] =>
  sources.map((source) => (source.kind === "lookup" ? { ...source, passage: "" } : source))

/** Returns the ticket as it is stored. */
export function withoutLookedUp({ lookups: _, ...ticket }: MaskedTicket): MaskedTicket {
  return ticket
}

/**
 * Returns a request to a model as it is kept for the inspector: without the facts that were looked up. They are taken
 * out by their line, as the prompt has it.
 */
export function keptBody(body: string, { lookups = [] }: MaskedTicket): string {
  const lines = lookups.flatMap(({ facts }) =>
    facts.flatMap(({ label, value }) => (value === undefined ? [] : [{ label, value }]))
  )
  return lines.reduce((kept, { label, value }) => {
    const [whole, bare] = [`${label}: ${value}`, `${label}: (looked up, not kept)`].map((line) =>
      JSON.stringify(line).slice(1, -1)
    )
    return kept.replaceAll(whole ?? "", bare ?? "")
  }, body)
}
