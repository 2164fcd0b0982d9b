import type { AnalysedText, ThreadTurn } from "./analyse-text.ts"
import { type HelpPage, PAGE_FEATURES, pageFeatures, type PageFeature } from "./page-features.ts"
import { WEIGHTS } from "./weights.ts"
import { MATCH_FEATURES, matchFeatures, type MatchFeature, ReplyStatistics } from "./match-features.ts"

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

/** These features say whether a reply fits what was said before. */
const ACT_FEATURES = [
  "yesNo",
  "yesNoTwice",
  "yesNoUnasked",
  "asksFirst",
  "asksBack",
  "length",
  "lengthAfterBrief",
  "said",
  "figure",
  "place",
  "greets"
] as const
type ActFeature = (typeof ACT_FEATURES)[number]

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

/** Computes the features for each reply. @param turns newest first */
function actFeatures(turns: readonly ThreadTurn[], replies: readonly AnalysedText[]): Record<ActFeature, number[]> {
  const last = turns.find(({ role }) => role === "customer")?.text
  const before = last?.act
  const said = turns.filter(({ role }) => role === "agent").map(({ text }) => text)
  const isFirst = turns.filter(({ role }) => role !== "subject").length <= 1
  const brief = last !== undefined && last.length <= BRIEF && !last.act.asks
  const lengthOf = (reply: AnalysedText) => Math.log(1 + reply.length) / 4
  const each = (holds: (reply: AnalysedText) => boolean | undefined) =>
    replies.map((reply) => Number(holds(reply) === true))
  return {
    yesNo: each(({ act }) => before?.asksYesNo && act.yesNo),
    yesNoTwice: each(({ act }) => before?.yesNo && act.yesNo),
    yesNoUnasked: each(({ act }) => before?.asks && !before.asksYesNo && act.yesNo),
    asksFirst: each(({ act }) => isFirst && act.asks),
    asksBack: each(({ act }) => before?.asks && act.asks),
    length: replies.map(lengthOf),
    lengthAfterBrief: replies.map((reply) => (brief ? lengthOf(reply) : 0)),
    said: replies.map((reply) =>
      Math.max(0, ...said.map((text) => likeness(text, reply)).filter((like) => like > SAID))
    ),
    figure: each(({ act }) => before?.asksHowMuch && act.hasFigure),
    place: each(({ act }) => before?.asksWhere && act.hasPlace),
    greets: each(({ act }) => isFirst && act.greets)
  }
}

/** A turn such as "No, I don't" has at most this many words. */
const BRIEF = 4
/** From this share of common stems on, the agent has said it before. */
const SAID = 0.6

function likeness(a: AnalysedText, b: AnalysedText): number {
  let common = 0
  for (const word of b.stems.times.keys()) if (a.stems.times.has(word)) common++
  return common / Math.max(1, a.stems.times.size + b.stems.times.size - common)
}
