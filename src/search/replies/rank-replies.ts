import type { AnalysedText } from "./analyse-text.ts"
import type { ThreadTurn } from "./analyse-thread.ts"
import { featuresOf, type Feature } from "./features.ts"
import type { HelpPage } from "./page-features.ts"
import { WEIGHTS } from "./weights.ts"

/** How much each feature counts; one that is left out doesn't. */
export type Weights = Readonly<Partial<Record<Feature, number>>>

export interface RankedReply {
  /** Index into the candidates. */
  at: number
  /** Comparable within one answer only; may be below zero. */
  score: number
}

/**
 * Orders replies that were written before (macros, solved tickets) by how well each would follow a thread: by the words
 * they share with it, by what a reply does there (answers yes or no, asks back, tells a price), and, where help pages
 * are given, by how much of a reply stands in those that the talk is about. Linear; the weights were learnt
 * (`training/replies`). Best first; ties keep the given order, which counts for nothing else. Idf is that among the
 * candidates.
 * @param thread newest first, see `analyseThread`
 * @param pages see `findPages`
 */
export function rankReplies(
  thread: readonly ThreadTurn[],
  candidates: readonly AnalysedText[],
  { weights, pages = [] }: { weights?: Weights; pages?: readonly HelpPage[] } = {}
): RankedReply[] {
  const own: Weights = weights ?? (pages.length > 0 ? WEIGHTS.withPages : WEIGHTS.withoutPages)
  const features = featuresOf(thread, candidates, pages)
  const counted = Object.entries(features).flatMap(([name, values]) => {
    const weight = own[name as Feature]
    return weight ? [{ values, weight }] : []
  })
  const scoreOf = (at: number) => counted.reduce((sum, { values, weight }) => sum + weight * (values[at] ?? 0), 0)
  return candidates
    .map((_, at) => ({ at, score: scoreOf(at) - ((features.said[at] ?? 0) > REPEATED ? AGAIN : 0) }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
}

/**
 * Likeness from which on a reply is one that the agent has sent in this thread already: it meets its own words there,
 * which must lift nothing.
 */
const REPEATED = 0.9
/**
 * Set by hand: where the weights were learnt agents do repeat themselves, and at 100 the right reply was lost now and
 * then.
 */
const AGAIN = 2
