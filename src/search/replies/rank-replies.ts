import type { AnalysedText } from "./analyse-text.ts"
import type { ThreadTurn } from "./analyse-thread.ts"
import { featuresOf, type Feature } from "./features.ts"
import type { HelpPage } from "./page-features.ts"
import { WEIGHTS } from "./weights.ts"

/** The weight of each feature. A feature without a weight doesn't count. */
export type Weights = Readonly<Partial<Record<Feature, number>>>

export interface RankedReply {
  /** The index into the candidates. */
  at: number
  /** The score is comparable within one result list only and may be negative. */
  score: number
}

/**
 * Orders earlier replies (macros, solved tickets) by how well each would follow a thread. It compares the words that
 * they share with the thread and what a reply does there (answers yes or no, asks back, states a price). If help pages
 * are given, it also compares how much of a reply stands in the pages that the thread is about. The model is linear,
 * and its weights were trained (`training/replies`). The best comes first. Ties keep the given order, which has no
 * other influence. Idf is computed among the candidates.
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
 * From this likeness on, a reply counts as one that the agent has already sent in this thread. Such a reply matches its
 * own words there, which mustn't raise its score.
 */
const REPEATED = 0.9
/**
 * This value was set by hand. Agents do repeat themselves in the training data, and with 100 the right reply was
 * sometimes lost.
 */
const AGAIN = 2
