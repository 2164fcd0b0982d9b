import { PassageReader } from "../postings/passage-reader.ts"
import { WordTable } from "../postings/word-table.ts"
import type { Candidate, OtherLanguageStems, Statistics, QueryMessage } from "./rank.ts"
import { bm25Saturation } from "./bm25.ts"

/** Two words count as near each other when fewer than this many words lie between their places. */
export const WINDOW = 8

/**
 * The query's words as small numbers, with a weight for each of the ways they are asked: BM25 multiplies it with what a
 * passage holds.
 */
export class QueryWords {
  readonly slots = new Map<string, number>()
  /**
   * Weights by slot, rarity included: the whole query, what a passage can cover of it, its questions', and each turn
   * alone.
   */
  readonly whole: number[]
  readonly covered: number[]
  readonly asks: number[]
  readonly turns: number[][]
  /** Pairs of slots that stand near each other in a turn (the smaller slot first), and those that follow each other. */
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
    const meanings = weigh(
      turns.flatMap((turn) => [...new Set(turn.synonyms)]),
      (times) => MEANING * bm25Saturation(times, REPEAT)
    )
    this.whole = words.map((weight, slot) => weight + (meanings[slot] ?? 0))
    this.covered = words.map((weight, slot) => weight + MEANING_COVERED * (meanings[slot] ?? 0))
    this.asks = weigh(
      turns.flatMap((turn) => turn.asks),
      (times) => bm25Saturation(times, REPEAT)
    )
    this.turns = turns.filter((turn) => turn.words.length).map((turn) => weigh(turn.words, (times) => times))
    for (const turn of turns) this.addPairs(turn.words)
  }

  /** One for all candidates: it is read to its end before it is given out again. */
  passagesOf({ words, language }: Candidate): PassageReader {
    return this.reader.open(words, this.wordsIn(language))
  }

  /** The words as pages of this language write them. */
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

  /** A pair's key, in this order of words. */
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

/** How fast a word that the customer repeats stops to count for more. */
const REPEAT = 4
/** A meaning against a word of the same rarity. Meanings are common, so that most words still weigh more. */
const MEANING = 1.5
/**
 * Of that, what counts where it is only asked how much of the query a passage covers: whoever writes in other words
 * than the page covers little else.
 */
const MEANING_COVERED = 1 / 3
