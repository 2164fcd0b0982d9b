import type { Source } from "../../ticket/draft.ts"
import type { RetrievedSources } from "./contract.ts"

/** Returns what was found with more sources behind it, each with a number of its own. */
export function addSources(found: RetrievedSources, more: readonly Omit<Source, "n">[]): RetrievedSources {
  const last = Math.max(0, ...found.sources.map(({ n }) => n))
  return { ...found, sources: [...found.sources, ...more.map((source, at) => ({ ...source, n: last + at + 1 }))] }
}
