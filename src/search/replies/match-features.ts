import { bm25Saturation, dividedByMaximum } from "../rank/bm25.ts"
import type { AnalysedText, Field } from "./analyse-text.ts"
import type { ThreadTurn } from "./analyse-thread.ts"
import type { ReplyStatistics } from "./statistics.ts"

/**
 * These features compare a reply's words with the conversation's: five use BM25, each divided by the best score among
 * the replies, and three use the share of the reply's idf.
 */
export const MATCH_FEATURES = [
  "all",
  "last",
  "lastThree",
  "asWritten",
  "letters",
  "inTalk",
  "inLast",
  "inAgentsLast"
] as const
export type MatchFeature = (typeof MATCH_FEATURES)[number]

/** Computes the features for each reply. @param turns newest first */
export function matchFeatures(
  turns: readonly ThreadTurn[],
  replies: readonly AnalysedText[],
  statistics: ReplyStatistics
): Record<MatchFeature, number[]> {
  const texts = turns.map(({ text }) => text)
  const last = turns
    .filter(({ role }) => role === "customer")
    .slice(0, 1)
    .map(({ text }) => text)
  const agentsLast = turns
    .filter(({ role }) => role === "agent")
    .slice(0, 1)
    .map(({ text }) => text)
  const scored = (field: Field, from: readonly AnalysedText[], fade = 1) => {
    const query = queryOf(from, field, fade)
    return dividedByMaximum(replies.map((reply) => statistics.score(reply, field, query)))
  }
  const share = (from: readonly AnalysedText[]) => {
    const said = new Set(from.flatMap((text) => [...text.stems.times.keys()]))
    return replies.map((reply) => shareOf(reply, (word) => said.has(word), statistics))
  }
  return {
    all: scored("stems", texts, FADE),
    last: scored("stems", last),
    lastThree: scored("stems", texts.slice(0, 3)),
    asWritten: scored("words", texts, FADE),
    letters: scored("grams", texts, FADE),
    inTalk: share(texts),
    inLast: share(last),
    inAgentsLast: share(agentsLast)
  }
}

/** The weight of each older turn relative to the one after it. */
const FADE = 0.8
/** This limits how much a repeated word counts. */
const REPEAT = 4

function queryOf(turns: readonly AnalysedText[], field: Field, fade: number): Map<string, number> {
  const query = new Map<string, number>()
  turns.forEach((turn, age) => {
    for (const [word, times] of turn[field].times) query.set(word, (query.get(word) ?? 0) + times * fade ** age)
  })
  for (const [word, weight] of query) query.set(word, bm25Saturation(weight, REPEAT))
  return query
}

/** Returns how much of a text's content is in words for which `has` is true, as their share of the text's idf. */
export function shareOf(text: AnalysedText, has: (word: string) => boolean, statistics: ReplyStatistics): number {
  let all = 0
  let count = 0
  for (const word of text.stems.times.keys()) {
    const idf = statistics.idf(word)
    all += idf
    if (has(word)) count += idf
  }
  return all > 0 ? count / all : 0
}
