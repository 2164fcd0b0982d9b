import type { Source } from "../../ticket/draft.ts"
import type { RetrievedSources } from "./contract.ts"

/** Returns what search found with more sources behind it, each with a number of its own. */
export function addSources(retrieval: RetrievedSources, more: readonly Omit<Source, "n">[]): RetrievedSources {
  const last = Math.max(0, ...retrieval.sources.map(({ n }) => n))
  return {
    ...retrieval,
    sources: [...retrieval.sources, ...more.map((source, at) => ({ ...source, n: last + at + 1 }))]
  }
}
