import type { Kysely } from "kysely"
import type { AnalysedText, ThreadTurn } from "./analyse-text.ts"
import { shareOf, type ReplyStatistics } from "./match-features.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Scope } from "../candidates/visible.ts"
import { passagesOfLines } from "../postings/word-lines.ts"
import type { TicketQuery } from "../query/query.ts"
import { searchKnowledge } from "../pages/search-knowledge.ts"

/** A help page that the conversation may be about. */
export interface HelpPage {
  /** The score is from 0 to 1, as `rank` returned it. */
  score: number
  passages: {
    /** Title, headings and text follow each other, all stemmed. */
    words: readonly string[]
    /** The score is for the whole conversation, in any unit that is the same for all pages. */
    score: number
  }[]
}

/**
 * These features say how much of a reply stands in the pages that fit the conversation. `page` is the best passage by
 * the share of the reply's idf in it times the page's weight. `passage` also multiplies by how well the passage itself
 * fits the conversation, and `passageLast` by how well it fits the customer's last turn.
 */
export const PAGE_FEATURES = ["page", "passage", "passageLast"] as const
export type PageFeature = (typeof PAGE_FEATURES)[number]

/** Computes the features for each reply. @param turns newest first */
export function pageFeatures(
  turns: readonly ThreadTurn[],
  replies: readonly AnalysedText[],
  statistics: ReplyStatistics,
  pages: readonly HelpPage[]
): Record<PageFeature, number[]> {
  const near = nearPassages(pages, turns.find(({ role }) => role === "customer")?.text, statistics)
  const holders = new Map<string, number[]>()
  near.forEach(({ words }, n) => {
    for (const word of words) {
      const list = holders.get(word)
      if (list) list.push(n)
      else holders.set(word, [n])
    }
  })
  const features: Record<PageFeature, number[]> = { page: [], passage: [], passageLast: [] }
  const scores = new Float64Array(near.length)
  for (const { stems } of replies) {
    scores.fill(0)
    let all = 0
    for (const word of stems.times.keys()) {
      const idf = statistics.idf(word)
      all += idf
      for (const n of holders.get(word) ?? []) scores[n] = (scores[n] ?? 0) + idf
    }
    let [page, passage, passageLast] = [0, 0, 0]
    near.forEach(({ weight, fit, fitLast }, n) => {
      const match = (weight * (scores[n] ?? 0)) / (all || 1)
      page = Math.max(page, match)
      passage = Math.max(passage, match * fit)
      passageLast = Math.max(passageLast, match * fitLast)
    })
    features.page.push(page)
    features.passage.push(passage)
    features.passageLast.push(passageLast)
  }
  return features
}

/**
 * This sets how fast a page's weight falls with its distance to the best page, for a score that is the mean of five
 * signals.
 */
const STEEP = 10
/** Pages with less weight are ignored. */
const LEAST = 0.05
/** The factor of a passage that doesn't fit the conversation at all. The best-fitting passage gets 1 more. */
const UNFIT = 0.3

interface Near {
  words: ReadonlySet<string>
  weight: number
  fit: number
  fitLast: number
}

function nearPassages(pages: readonly HelpPage[], last: AnalysedText | undefined, statistics: ReplyStatistics): Near[] {
  const best = pages.reduce((most, { score }) => Math.max(most, score), 0)
  const near = pages
    .map(({ score, passages }) => ({ passages, weight: Math.exp(STEEP * (score - best)) }))
    .filter(({ weight }) => weight > LEAST)
    .flatMap(({ passages, weight }) => passages.map(({ words, score }) => ({ words: new Set(words), weight, score })))
    .map((one) => ({ ...one, last: last ? shareOf(last, (word) => one.words.has(word), statistics) : 0 }))
  const bestFit = near.reduce((most, { score }) => Math.max(most, score), 0) || 1
  const bestLast = near.reduce((most, one) => Math.max(most, one.last), 0) || 1
  return near.map(({ words, weight, score, last }) => ({
    words,
    weight,
    fit: UNFIT + score / bestFit,
    fitLast: UNFIT + last / bestLast
  }))
}

/**
 * Returns the help pages that a ticket may be about, as search orders them, for `rankReplies`. Macros and solved
 * tickets are left out, because they are what is being ranked. Like search, it uses only the customer's turns.
 */
export async function findPages(db: Kysely<Schema>, scope: Scope, query: TicketQuery): Promise<HelpPage[]> {
  const { ranked } = await searchKnowledge(db, scope, query, {
    keep: ({ kind }) => kind !== "macro" && kind !== "ticket"
  })
  return ranked.slice(0, PAGES).map(({ candidate, score, passages }) => ({
    score,
    passages: passagesOfLines(candidate.words).map(({ words }, n) => ({ words, score: passages[n] ?? 0 }))
  }))
}

/** Pages below these have hardly any weight. */
const PAGES = 20
