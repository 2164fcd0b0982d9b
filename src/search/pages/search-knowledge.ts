import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { findCandidates, readCandidates, type DocumentCandidate } from "../candidates/candidates.ts"
import type { Scope } from "../candidates/visible.ts"
import type { KnownStatistics } from "../candidates/statistics.ts"
import { liftCodes } from "../codes/codes.ts"
import type { Postings } from "../postings/posting-store.ts"
import { correctQuery } from "../spelling/correct-query.ts"
import type { Vocabulary } from "../spelling/vocabulary.ts"
import type { TicketQuery } from "../query/query.ts"
import { readPastTickets, passagesOfPastTickets } from "../past-tickets/past-ticket-store.ts"
import { rank, type Ranked } from "../rank/rank.ts"
import { chanceOfAnswer } from "../rank/chance-of-answer.ts"
import type { VectorSimilarity } from "../vectors/vector-store.ts"

export interface SearchResults {
  statistics: KnownStatistics
  /** The results are in order, best first. */
  ranked: SearchResult[]
  /** The probability that the first result answers the query, from 0 to 1. */
  chance: number
}
export interface SearchResult extends Pick<Ranked, "score" | "passages"> {
  candidate: DocumentCandidate
}
export interface SearchOptions {
  signal?: AbortSignal
  /** Returns whether a candidate is ranked. The others are dropped. */
  keep?: (candidate: DocumentCandidate) => boolean
  /** These documents are candidates too, whatever words they contain. */
  named?: string[]
  /** The statistics of the query's words, if they are read already. */
  statistics?: KnownStatistics
  /** The words of the knowledge, if they are in memory. */
  vocabulary?: Vocabulary | undefined
  /** The posting lists of words of the query, if they are read already. */
  postings?: Postings | undefined
  /** This adds the query's embedding, if an embedding model is configured. */
  similar?: VectorSimilarity | undefined
}

/**
 * Searches the knowledge: candidates by SQL within the scope, ordered by `rank`. All searches go through this function.
 */
export async function searchKnowledge(
  db: Kysely<Schema>,
  scope: Scope,
  query: TicketQuery,
  { signal, keep = () => true, named = [], statistics: known, vocabulary, postings, similar }: SearchOptions = {}
): Promise<SearchResults> {
  const { query: asked, statistics } = await correctQuery(db, scope, query, known, vocabulary)
  const { messages, otherLanguageStems } = asked
  signal?.throwIfAborted()
  const matches = await findCandidates(db, scope, asked, statistics, postings)
  const others = await readCandidates(
    db,
    scope,
    named.filter((id) => !matches.some(({ document }) => document === id))
  )
  const all = [...matches, ...others]
  const joined = (similar ? await similar.join(scope, all) : all).filter(keep)
  const candidates = statistics.pastTickets.tickets > 0 ? await withPastTickets(db, joined) : joined
  signal?.throwIfAborted()
  const ordered = rank(messages, candidates, statistics, otherLanguageStems).flatMap(({ at, score, passages }) => {
    const candidate = candidates[at]
    return candidate ? [{ candidate, score, passages }] : []
  })
  const ranked = liftCodes(ordered, asked.codes)
  return { statistics, ranked, chance: chanceOfAnswer(quotableFirst(ranked).map(({ score }) => score)) }
}

/** Adds the tickets that each candidate answered. They order candidates, but find none and are never shown. */
async function withPastTickets(db: Kysely<Schema>, candidates: DocumentCandidate[]): Promise<DocumentCandidate[]> {
  const tickets = await readPastTickets(
    db,
    candidates.map(({ document }) => document)
  )
  return candidates.map((candidate) => {
    const own = tickets.get(candidate.document)
    return own ? { ...candidate, pastTickets: passagesOfPastTickets(candidate.words, own) } : candidate
  })
}

/** Puts the best page that a customer may be told of first, because it is the one whose chance counts. */
function quotableFirst(ranked: SearchResult[]): SearchResult[] {
  const best = ranked.find(({ candidate }) => candidate.visibility === "public")
  return best ? [best, ...ranked.filter((one) => one !== best)] : []
}
