/** One customer message (or the subject) of the query: words cut and stemmed as the passages are. */
export interface Turn {
  words: string[]
  /** Words of its sentences that end in a question mark. */
  asks: string[]
}

export interface Candidate {
  passages: CandidatePassage[]
}
export interface CandidatePassage {
  /** Title, headings and text, one after the other, stemmed. */
  words: string[]
  /** How many of `words` belong to the title, and how many after them to the headings. */
  title: number
  headings: number
}

/** What the order needs to know of the whole collection. */
export interface Statistics {
  idf(word: string): number
  /** Mean words of a passage: its title, headings, text. */
  mean: { title: number; headings: number; text: number }
}

export interface Ranked {
  /** Index into the candidates. */
  at: number
  /** 0 to 1; comparable within one answer only. */
  score: number
  /** Score of each passage for the whole query, in its own unit. */
  passages: number[]
}

/**
 * Orders candidates by five signals of equal weight, each divided by its maximum: best passages (BM25F), query words that
 * stand near each other, neighbouring words, the questions alone, and every turn on its own so that one long turn cannot own
 * the query. Nothing is learnt: learnt weights did not hold on other collections. Best first; ties keep the given order.
 */
export function rank(turns: Turn[], candidates: Candidate[], statistics: Statistics): Ranked[] {
  const query = new Query(turns, statistics)
  const read = candidates.map((candidate) => readCandidate(candidate, query, statistics))
  const meanLength = read.reduce((sum, one) => sum + one.length, 0) / Math.max(1, read.length)
  const passageCount = candidates.reduce((sum, candidate) => sum + candidate.passages.length, 0)
  const signals = [
    toMaximum(read.map((one) => bestThree(one.whole))),
    toMaximum(pairScores(read.map((one) => one.near), passageCount, NEAR_K1)),
    toMaximum(pairScores(read.map((one) => [shorten(one.next, 0.1 + (0.9 * one.length) / meanLength)]), candidates.length, NEXT_K1)),
    toMaximum(read.map((one) => bestThree(one.asked))),
    toMaximum(turnScores(read.map((one) => one.turns)))
  ]
  return read
    .map((one, at) => ({ at, score: signals.reduce((sum, signal) => sum + (signal[at] ?? 0), 0) / signals.length, passages: one.whole }))
    .sort((a, b) => b.score - a.score || a.at - b.at)
}

/** Two words count as near each other when fewer than this many words lie between their places. */
const WINDOW = 8
const TERM_K1 = 1.2
const NEAR_K1 = 1.2
const NEXT_K1 = 2.5
/** How fast a word that the customer repeats stops to count for more. */
const REPEAT = 4

export const idfOf = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5))
const saturate = (frequency: number, k1: number) => (frequency * (k1 + 1)) / (frequency + k1)

/** The query's words as small numbers, with a weight for each of the ways they are asked. */
class Query {
  readonly slots = new Map<string, number>()
  readonly idf: number[]
  /** Weights by slot: the whole query, its questions, and each turn alone. */
  readonly whole: number[]
  readonly asked: number[]
  readonly turns: number[][]
  readonly near = new Set<number>()
  readonly next = new Set<number>()

  constructor(turns: Turn[], statistics: Statistics) {
    for (const turn of turns) for (const word of turn.words) if (!this.slots.has(word)) this.slots.set(word, this.slots.size)
    this.idf = [...this.slots.keys()].map((word) => statistics.idf(word))
    this.whole = this.weigh(turns.flatMap((turn) => turn.words), true)
    this.asked = this.weigh(turns.flatMap((turn) => turn.asks), true)
    this.turns = turns.filter((turn) => turn.words.length).map((turn) => this.weigh(turn.words, false))
    for (const turn of turns) this.addPairs(turn.words)
  }

  /** A pair's key, in this order of words. */
  pair(first: number, second: number): number {
    return first * this.slots.size + second
  }

  private weigh(words: string[], saturated: boolean): number[] {
    const weights = this.idf.map(() => 0)
    for (const word of words) {
      const slot = this.slots.get(word)
      if (slot !== undefined) weights[slot] = (weights[slot] ?? 0) + 1
    }
    return saturated ? weights.map((weight) => saturate(weight, REPEAT)) : weights
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

interface Read {
  whole: number[]
  asked: number[]
  /** By turn, then by passage. */
  turns: number[][]
  /** By passage: pair and how often it stands there, by length. */
  near: Map<number, number>[]
  next: Map<number, number>
  /** Words of the text. */
  length: number
}

function readCandidate(candidate: Candidate, query: Query, { mean }: Statistics): Read {
  const read: Read = { whole: [], asked: [], turns: query.turns.map(() => []), near: [], next: new Map(), length: 0 }
  const meanWhole = mean.title + mean.headings + mean.text
  let last = -1
  let above = ""
  for (const { words, title, headings } of candidate.passages) {
    const heading = words.slice(title, title + headings).join(" ")
    // A heading stands before each of its passages and is read once.
    const readFrom = heading === above ? title + headings : title
    above = heading
    const textLength = words.length - title - headings
    const weights = [1 / (0.7 + (0.3 * title) / mean.title), 1 / (0.7 + (0.3 * headings) / mean.headings), 1 / (0.25 + (0.75 * textLength) / mean.text)]
    const frequency = new Map<number, number>()
    const near = new Map<number, number>()
    const places: { at: number; slot: number }[] = []
    words.forEach((word, at) => {
      const slot = query.slots.get(word) ?? -1
      if (at >= readFrom) {
        if (slot >= 0 && last >= 0) count(read.next, query.pair(last, slot), query.next)
        last = slot
      }
      if (slot < 0) return
      const field = at < title ? 0 : at < title + headings ? 1 : 2
      frequency.set(slot, (frequency.get(slot) ?? 0) + (weights[field] ?? 1))
      for (let i = places.length - 1; i >= 0; i--) {
        const place = places[i]
        if (!place || at - place.at >= WINDOW) break
        count(near, query.pair(Math.min(slot, place.slot), Math.max(slot, place.slot)), query.near)
      }
      places.push({ at, slot })
    })
    read.length += textLength
    let whole = 0
    let asked = 0
    const turns = query.turns.map(() => 0)
    for (const [slot, times] of frequency) {
      const value = (query.idf[slot] ?? 0) * saturate(times, TERM_K1)
      whole += (query.whole[slot] ?? 0) * value
      asked += (query.asked[slot] ?? 0) * value
      query.turns.forEach((weight, turn) => { turns[turn] = (turns[turn] ?? 0) + (weight[slot] ?? 0) * value })
    }
    read.whole.push(whole)
    read.asked.push(asked)
    turns.forEach((value, turn) => read.turns[turn]?.push(value))
    read.near.push(shorten(near, 0.25 + (0.75 * words.length) / meanWhole))
  }
  addTitlePairs(read.next, candidate, query)
  return read
}

/** What stands in a long text by chance counts less. */
function shorten(pairs: Map<number, number>, length: number): Map<number, number> {
  return new Map([...pairs].map(([pair, times]) => [pair, times / length]))
}

/** The title stands before every passage; its neighbouring words count once. */
function addTitlePairs(next: Map<number, number>, candidate: Candidate, query: Query): void {
  const [first] = candidate.passages
  if (!first) return
  for (let at = 1; at < first.title; at++) {
    const [before, after] = [query.slots.get(first.words[at - 1] ?? ""), query.slots.get(first.words[at] ?? "")]
    if (before !== undefined && after !== undefined) count(next, query.pair(before, after), query.next)
  }
}

function count(pairs: Map<number, number>, pair: number, asked: Set<number>): void {
  if (asked.has(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
}

/** Scores pairs by their rarity among these very candidates: as good as over the whole collection, and needs no index. */
function pairScores(candidates: Map<number, number>[][], total: number, k1: number): number[] {
  const found = new Map<number, number>()
  for (const parts of candidates) for (const part of parts) for (const pair of part.keys()) found.set(pair, (found.get(pair) ?? 0) + 1)
  const score = (part: Map<number, number>) =>
    [...part].reduce((sum, [pair, times]) => sum + idfOf(found.get(pair) ?? 0, total) * saturate(times, k1), 0)
  return candidates.map((parts) => bestThree(parts.map(score)))
}

/** Every turn speaks with the same voice: each is divided by its own maximum before they are added. */
function turnScores(candidates: number[][][]): number[] {
  const sums = candidates.map(() => 0)
  const turns = candidates[0]?.length ?? 0
  for (let turn = 0; turn < turns; turn++) {
    toMaximum(candidates.map((passages) => bestThree(passages[turn] ?? []))).forEach((value, at) => { sums[at] = (sums[at] ?? 0) + value })
  }
  return sums
}

/** Best passage, half the second, a third of the third: answering in several places beats one lucky passage. */
function bestThree(scores: number[]): number {
  const [first = 0, second = 0, third = 0] = [...scores].sort((a, b) => b - a)
  return first + second / 2 + third / 3
}

function toMaximum(scores: number[]): number[] {
  const most = scores.reduce((a, b) => Math.max(a, b), 0)
  return most ? scores.map((score) => score / most) : scores
}
