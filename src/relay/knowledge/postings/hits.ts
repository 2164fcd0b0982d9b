import { passagesOfLines, type WordLines } from "./word-lines.ts"

/** The passages that hold a word: of each four bytes with its document's number and two with its place in the document, the highest byte first. */
export type Hits = Uint8Array

export const BYTES_OF_HIT = 6
/** What lies behind it in a document counts as this one. */
const LAST_PASSAGE = 0x7fff

/** A document by the number that it has for as long as this version of it stands. */
export interface NumberedWords { number: number; words: WordLines }

/** What some documents add to the counts of the whole, and by word where it stands. */
export interface Inverted {
  /** In the order of the words: indexes like it, and two that write at once must not wait for each other. */
  hits: Map<string, Hits>
  passages: number
  titleWords: number
  headingWords: number
  textWords: number
}

/** Turns documents with their words into words with their passages. */
export function invert(documents: readonly NumberedWords[]): Inverted {
  const places = new Map<string, number[]>()
  const inverted: Inverted = { hits: new Map(), passages: 0, titleWords: 0, headingWords: 0, textWords: 0 }
  for (const { number, words: lines } of documents) {
    for (const [n, { words, title, headings, meanings }] of passagesOfLines(lines).entries()) {
      note(places, words, number, n)
      note(places, meanings, number, n)
      inverted.passages++
      inverted.titleWords += title
      inverted.headingWords += headings
      inverted.textWords += words.length - title - headings
    }
  }
  for (const word of [...places.keys()].sort()) inverted.hits.set(word, packed(places.get(word) ?? []))
  return inverted
}

/** Each word once a passage. */
function note(places: Map<string, number[]>, words: readonly string[], number: number, n: number): void {
  for (const word of words) {
    const there = places.get(word)
    if (there === undefined) places.set(word, [number, n])
    else if (there[there.length - 1] !== n || there[there.length - 2] !== number) there.push(number, n)
  }
}

function packed(places: readonly number[]): Hits {
  const hits = new Uint8Array((places.length / 2) * BYTES_OF_HIT)
  for (let at = 0, to = 0; at < places.length; at += 2) {
    const number = places[at] ?? 0
    const n = Math.min(places[at + 1] ?? 0, LAST_PASSAGE)
    hits[to++] = number >>> 24
    hits[to++] = number >>> 16
    hits[to++] = number >>> 8
    hits[to++] = number
    hits[to++] = n >>> 8
    hits[to++] = n
  }
  return hits
}

/** Numbers of documents with what their best passage weighs. */
export interface Weighed { numbers: Int32Array; weights: Float64Array }

/**
 * Adds up for each passage the weights of the words that it holds.
 * @param asked words with their weights, each above zero, and where each stands: one list or several, a passage in one of them at most
 * @returns each document that holds one, in no order, with the sum of its best passage
 */
export function weigh(asked: readonly { weight: number; lists: readonly Hits[] }[]): Weighed {
  const most = asked.reduce((sum, { lists }) => lists.reduce((count, { length }) => count + length / BYTES_OF_HIT, sum), 0)
  const passages = new Sums(most)
  for (const { weight, lists } of asked) for (const hits of lists) passages.addAll(hits, weight)
  const documents = new Sums(passages.size)
  passages.each((key, sum) => documents.raise(Math.floor(key / PLACES), sum))
  const [numbers, weights] = [new Int32Array(documents.size), new Float64Array(documents.size)]
  let at = 0
  documents.each((number, sum) => {
    numbers[at] = number
    weights[at++] = sum
  })
  return { numbers, weights }
}

/** A passage's key: its document's number times this, and its place. */
const PLACES = LAST_PASSAGE + 1

/** A hash table in arrays of numbers, by linear probing: a Map takes five times as long. A sum of zero is none. */
class Sums {
  size = 0
  readonly #keys: Float64Array
  readonly #sums: Float64Array
  readonly #mask: number

  /** @param most how many keys may come */
  constructor(most: number) {
    const slots = 2 ** Math.ceil(Math.log2(most * 2 + 2))
    this.#keys = new Float64Array(slots)
    this.#sums = new Float64Array(slots)
    this.#mask = slots - 1
  }

  addAll(hits: Hits, weight: number): void {
    const view = new DataView(hits.buffer, hits.byteOffset, hits.byteLength)
    const sums = this.#sums
    for (let at = 0; at < hits.length; at += BYTES_OF_HIT) {
      const slot = this.#slotOf(view.getInt32(at), view.getInt16(at + 4))
      sums[slot] = (sums[slot] ?? 0) + weight
    }
  }

  raise(number: number, sum: number): void {
    const slot = this.#slotOf(0, number)
    if (sum > (this.#sums[slot] ?? 0)) this.#sums[slot] = sum
  }

  each(take: (key: number, sum: number) => void): void {
    for (let slot = 0; slot <= this.#mask; slot++) if (this.#sums[slot] !== 0) take(this.#keys[slot] ?? 0, this.#sums[slot] ?? 0)
  }

  #slotOf(number: number, place: number): number {
    const key = number * PLACES + place
    // Places follow each other, and so do their slots.
    let slot = (Math.imul(number, 0x9e3779b1) + place) & this.#mask
    while (this.#sums[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask
    if (this.#sums[slot] === 0) {
      this.size++
      this.#keys[slot] = key
    }
    return slot
  }
}

/** Of these the heaviest, as many as asked for and those that weigh as much as the last of them. */
export function heaviest({ numbers, weights }: Weighed, most: number): Weighed {
  if (numbers.length <= most) return { numbers, weights }
  const least = weights.slice().sort()[weights.length - most] ?? 0
  const kept = weights.reduce((count, weight) => (weight >= least ? count + 1 : count), 0)
  const best: Weighed = { numbers: new Int32Array(kept), weights: new Float64Array(kept) }
  let to = 0
  for (const [at, weight] of weights.entries()) {
    if (weight < least) continue
    best.numbers[to] = numbers[at] ?? 0
    best.weights[to++] = weight
  }
  return best
}
