import type { PassageReader } from "../postings/passage-reader.ts"
import type { Candidate, Statistics } from "./rank.ts"
import { WINDOW, type QueryWords } from "./query-words.ts"
import type { Pairs } from "./pairs.ts"
import { bm25Saturation } from "./bm25.ts"

/** What a candidate's passages contain of the query, with one number for each passage. */
export interface CandidateScores {
  /** The first passages, this many, are the document's own. The rest are past tickets. */
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
  const read: CandidateScores = {
    own: 0,
    whole: [],
    covered: [],
    coveredAsks: [],
    turns: asked.turns.map(() => []),
    near: [],
    next: { times: new Map(), length: 0 }
  }
  readPassages(read, asked.passagesOf(candidate), asked, statistics, read.next)
  read.own = read.whole.length
  if (candidate.pastTickets) {
    readPassages(read, asked.passagesOf({ ...candidate, words: candidate.pastTickets }), asked, statistics, {times:new Map(),length:0})
    for (const scores of [read.whole, ...read.turns]) discountPastTickets(scores, read)
    for (const scores of [read.covered, read.coveredAsks]) process.env.NOCOV ? scores.splice(read.own) : discountPastTickets(scores, read)
  }
  return read
}

/** Lowers the scores of past tickets, in place. A page that no ticket is known of must still be able to win by its own words. */
export function discountPastTickets(scores: number[], { own }: Pick<CandidateScores, "own">): number[] {
  for (let at = own; at < scores.length; at++) scores[at] = PAST_TICKET * (scores[at] ?? 0)
  return scores
}

/** With 1, pages without past tickets lose twice as many questions, and with 0.5, pages with them gain less. */
const PAST_TICKET = Number(process.env.PT ?? 0.8)

function readPassages(
  read: CandidateScores,
  passage: PassageReader,
  asked: QueryWords,
  { mean }: Statistics,
  { times, length: _ }: Pairs
): void {
  const meanWords = mean.title + mean.headings + mean.text
  const neighbours = new Neighbours(asked, times)
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
    if (times === read.next.times) read.next.length += text
    addScores(read, frequency, asked)
  }
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
