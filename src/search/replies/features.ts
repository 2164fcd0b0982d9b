import { ACT_FEATURES, actFeatures, type ActFeature } from "./act-features.ts"
import type { AnalysedText } from "./analyse-text.ts"
import type { ThreadTurn } from "./analyse-thread.ts"
import { MATCH_FEATURES, matchFeatures, type MatchFeature } from "./match-features.ts"
import { PAGE_FEATURES, pageFeatures, type HelpPage, type PageFeature } from "./page-features.ts"
import { ReplyStatistics } from "./statistics.ts"

/** The features by which replies are ordered. */
export const FEATURES = [...MATCH_FEATURES, ...ACT_FEATURES] as const
/** The features that are used if help pages are given. */
export const FEATURES_WITH_PAGES = [...FEATURES, ...PAGE_FEATURES] as const
export type Feature = MatchFeature | ActFeature | PageFeature

/** Returns each feature for every reply, in the order given. @param turns newest first */
export function featuresOf(
  turns: readonly ThreadTurn[],
  replies: readonly AnalysedText[],
  pages: readonly HelpPage[]
): Record<Feature, readonly number[]> {
  const statistics = new ReplyStatistics(replies)
  return {
    ...matchFeatures(turns, replies, statistics),
    ...actFeatures(turns, replies),
    ...pageFeatures(turns, replies, statistics, pages)
  }
}
