import type { PassageReader } from "../postings/passage-reader.ts"
import type { Candidate, Statistics } from "./rank.ts"
import { WINDOW, type QueryWords, type Pairs } from "./query-words.ts"
import { bm25Saturation } from "./bm25.ts"

/** What a candidate's passages contain of the query, with one number for each passage. */
export interface CandidateScores {
  /**
   * This many passages are the document's own. Past tickets follow them in `whole`, in each of `turns`, and in `near`.
   */
  own: number
  whole: number[]
  covered: number[]
  coveredAsks: number[]
  /** The first index is the turn, the second the passage. */
  turns: number[][]
  near: Pairs[]
  next: Pairs
}

/** Reads a candidate's words once, from its first passage to its last, and then its past tickets. */
export function readCandidate(candidate: Candidate, asked: QueryWords, statistics: Statistics): CandidateScores {
  const read = readPassages(candidate, asked, statistics)
  if (!candidate.pastTickets) return read
  const past = readPassages({ ...candidate, words: candidate.pastTickets }, asked, statistics)
  // Neighbouring words and the coverage of the query are left to the page's own text. A ticket in similar words covers
  // nearly all of a query, and pages that no ticket is known of couldn't compete with that.
  read.whole.push(...discounted(past.whole))
  past.turns.forEach((scores, turn) => read.turns[turn]?.push(...discounted(scores)))
  read.near.push(...past.near)
  return read
}

/** Returns the scores of past tickets so that a page without any can still win by its own words. */
const discounted = (scores: readonly number[]): number[] => scores.map((score) => PAST_TICKET * score)

/** Lowers the scores of past tickets that follow those of the page's own passages. */
export function discountPastTickets(scores: number[], own: number): number[] {
  return scores.length > own ? [...scores.slice(0, own), ...discounted(scores.slice(own))] : scores
}

/** With 1, pages without past tickets lose twice as many questions, and with 0.5, pages with some gain less. */
const PAST_TICKET = 0.8

function readPassages(candidate: Candidate, asked: QueryWords, { mean }: Statistics): CandidateScores {
  const read: CandidateScores = {
    own: 0,
    whole: [],
    covered: [],
    coveredAsks: [],
    turns: asked.turns.map(() => []),
    near: [],
    next: { times: new Map(), length: 0 }
  }
  const meanWords = mean.title + mean.headings + mean.text
  const passage = asked.passagesOf(candidate)
  const neighbours = new Neighbours(asked, read.next.times)
  while (passage.next()) {
    const { words, length, title, headings, synonyms } = passage
    const text = length - title - headings
    const weights = [
      1 / (0.7 + (0.3 * title) / mean.title),
      1 / (0.7 + (0.3 * headings) / mean.headings),
      1 / (0.5 + (0.5 * text) / mean.text)
    ]
    const frequency = new Map<number, number>()
    const near = new Map<number, number>()
    const places: { at: number; slot: number }[] = []
    neighbours.enter(passage)
    for (let at = 0; at < length; at++) {
      const slot = words[at] ?? -1
      neighbours.see(at, slot)
      if (slot < 0) continue
      const field = at < title ? 0 : at < title + headings ? 1 : 2
      frequency.set(slot, (frequency.get(slot) ?? 0) + (weights[field] ?? 1))
      for (let i = places.length - 1; i >= 0; i--) {
        const place = places[i]
        if (!place || at - place.at >= WINDOW) break
        count(near, asked.pair(Math.min(slot, place.slot), Math.max(slot, place.slot)), asked.near)
      }
      places.push({ at, slot })
    }
    const weight = 1 / (0.5 + (0.5 * length) / meanWords)
    for (const slot of synonyms) frequency.set(slot, (frequency.get(slot) ?? 0) + weight)
    read.near.push({ times: near, length })
    read.next.length += text
    addScores(read, frequency, asked)
  }
  read.own = read.whole.length
  return read
}

const TERM_K1 = 1.2

function addScores(read: CandidateScores, frequency: Map<number, number>, asked: QueryWords): void {
  let [whole, covered, coveredAsks] = [0, 0, 0]
  const turns = asked.turns.map(() => 0)
  for (const [slot, times] of frequency) {
    const value = bm25Saturation(times, TERM_K1)
    whole += (asked.whole[slot] ?? 0) * value
    covered += asked.covered[slot] ?? 0
    coveredAsks += asked.asks[slot] ?? 0
    asked.turns.forEach((weight, turn) => {
      turns[turn] = (turns[turn] ?? 0) + (weight[slot] ?? 0) * value
    })
  }
  read.whole.push(whole)
  read.covered.push(covered)
  read.coveredAsks.push(coveredAsks)
  turns.forEach((value, turn) => read.turns[turn]?.push(value))
}

/**
 * Counts words that follow each other in the page. The title precedes every passage and a heading each of its own, so
 * each of them is read only once.
 */
class Neighbours {
  private last = -1
  private above = ""
  private first = true
  private from = 0
  private readonly asked: QueryWords
  private readonly found: Map<number, number>

  constructor(asked: QueryWords, found: Map<number, number>) {
    this.asked = asked
    this.found = found
  }

  enter({ title, headings, above }: PassageReader): void {
    this.from = this.first ? 0 : above === this.above ? title + headings : title
    this.first = false
    this.above = above
  }

  see(at: number, slot: number): void {
    if (at < this.from) return
    if (slot >= 0 && this.last >= 0) count(this.found, this.asked.pair(this.last, slot), this.asked.next)
    this.last = slot
  }
}

function count(pairs: Map<number, number>, pair: number, asked: Set<number>): void {
  if (asked.has(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
}
