import { PassageReader } from "../postings/passage-reader.ts"
import { WordTable } from "../postings/word-lines.ts"
import type { Candidate, OtherLanguageStems, Statistics, QueryMessage } from "./rank.ts"
import { bm25Saturation, idfOf } from "./bm25.ts"

/** Two words count as near each other if fewer than this many words lie between their positions. */
export const WINDOW = 8

/**
 * The query's words as small numbers, with a weight for each way of asking for them. BM25 multiplies the weight with
 * what a passage contains.
 */
export class QueryWords {
  readonly slots = new Map<string, number>()
  /**
   * The weights are by slot and include rarity: for the whole query, for how much of it a passage covers, for its
   * questions, and for each turn alone.
   */
  readonly whole: number[]
  readonly covered: number[]
  readonly asks: number[]
  readonly turns: number[][]
  /**
   * The pairs of slots that are near each other in a turn (the smaller slot first), and those that follow
   * each other.
   */
  readonly near = new Set<number>()
  readonly next = new Set<number>()

  private readonly byLanguage = new Map<string, WordTable>()
  private readonly elsewhere: OtherLanguageStems
  private readonly reader = new PassageReader()

  constructor(turns: QueryMessage[], { idf }: Statistics, elsewhere: OtherLanguageStems) {
    this.elsewhere = elsewhere
    for (const word of turns.flatMap((turn) => [...turn.words, ...turn.synonyms]))
      if (!this.slots.has(word)) this.slots.set(word, this.slots.size)
    const rarity = [...this.slots.keys()].map(idf)
    const weigh = (words: string[], weightOf: (times: number) => number) =>
      this.count(words).map((times, slot) => weightOf(times) * (rarity[slot] ?? 0))
    const words = weigh(
      turns.flatMap((turn) => turn.words),
      (times) => bm25Saturation(times, REPEAT)
    )
    const marks = weigh(
      turns.flatMap((turn) => [...new Set(turn.synonyms)]),
      (times) => SYNONYM * bm25Saturation(times, REPEAT)
    )
    this.whole = words.map((weight, slot) => weight + (marks[slot] ?? 0))
    this.covered = words.map((weight, slot) => weight + SYNONYM_COVERED * (marks[slot] ?? 0))
    this.asks = weigh(
      turns.flatMap((turn) => turn.asks),
      (times) => bm25Saturation(times, REPEAT)
    )
    this.turns = turns.filter((turn) => turn.words.length).map((turn) => weigh(turn.words, (times) => times))
    for (const turn of turns) this.addPairs(turn.words)
  }

  /** Returns the reader that all candidates share. It must be read to its end before it is used again. */
  passagesOf({ words, language }: Candidate): PassageReader {
    return this.reader.open(words, this.wordsIn(language))
  }

  /** Returns the words as pages of this language stem them. */
  private wordsIn(language: string): WordTable {
    const known = this.byLanguage.get(language)
    if (known) return known
    const slots = new Map(this.slots)
    for (const [there, stem] of this.elsewhere.get(language) ?? []) {
      const slot = this.slots.get(stem)
      if (slot !== undefined && !slots.has(there)) slots.set(there, slot)
    }
    const words = new WordTable(slots)
    this.byLanguage.set(language, words)
    return words
  }

  /** Returns the key of a pair in this order of words. */
  pair(first: number, second: number): number {
    return first * this.slots.size + second
  }

  private count(words: string[]): number[] {
    const times = Array.from({ length: this.slots.size }, () => 0)
    for (const word of words) {
      const slot = this.slots.get(word)
      if (slot !== undefined) times[slot] = (times[slot] ?? 0) + 1
    }
    return times
  }

  private addPairs(words: string[]): void {
    const places = words.map((word) => this.slots.get(word) ?? -1)
    places.forEach((slot, i) => {
      for (let j = i + 1; j < Math.min(places.length, i + WINDOW); j++) {
        const other = places[j] ?? -1
        if (slot === other) continue
        this.near.add(this.pair(Math.min(slot, other), Math.max(slot, other)))
        if (j === i + 1) this.next.add(this.pair(slot, other))
      }
    })
  }
}

/** This limits how much a word counts that the customer repeats. */
const REPEAT = 4
/**
 * The weight of a synonym mark compared with a word of the same rarity. Marks are common, so most words still
 * weigh more.
 */
const SYNONYM = 1.5
/**
 * For coverage, only this share of a synonym's weight counts, because a customer who uses other words than the page
 * covers little else.
 */
const SYNONYM_COVERED = 1 / 3

/** Pairs of words of one passage, or of a whole page, with the number of times that they occur there. */
export interface Pairs {
  times: Map<number, number>
  /** The number of words that were searched for pairs. */
  length: number
}

/** BM25's parameters for one kind of pairs. */
interface PairKind {
  k1: number
  b: number
}
export const NEAR: PairKind = { k1: 1.2, b: 0.5 }
export const NEXT: PairKind = { k1: 2.5, b: 0.9 }

/**
 * Scores pairs by their rarity among these candidates. This works as well as their rarity in the whole collection and
 * needs no index.
 * @returns the scores by candidate and part
 */
export function addedPairs(candidates: Pairs[][], { k1, b }: PairKind): number[][] {
  const pairs = new Map<number, number>()
  let parts = 0
  let length = 0
  for (const own of candidates) {
    for (const part of own) {
      parts++
      length += part.length
      for (const pair of part.times.keys()) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  const mean = length / Math.max(1, parts) || 1
  const rarity = new Map([...pairs].map(([pair, count]) => [pair, idfOf(count, parts)]))
  return candidates.map((own) =>
    own.map((part) => {
      const long = 1 - b + (b * part.length) / mean
      let sum = 0
      for (const [pair, times] of part.times) sum += (rarity.get(pair) ?? 0) * bm25Saturation(times / long, k1)
      return sum
    })
  )
}
