import { doubledArray, BYTES_OF_HIT, type PostingList } from "./posting-list.ts"

/** The numbers of documents with the weight of their best passage. */
export interface WeightedDocuments {
  numbers: Int32Array
  weights: Float64Array
}

/**
 * Adds up the weights of the words that each passage contains.
 * @param asked the words with their weights, each above zero, and their posting lists, in which a passage occurs in one
 * list at most
 * @returns each document with at least one of the words, in no order, with the sum of its best passage
 */
export function weighDocuments(asked: readonly { weight: number; lists: readonly PostingList[] }[]): WeightedDocuments {
  const all = asked.flatMap(({ weight, lists }) =>
    lists.map((hits) => ({ weight, hits, view: new DataView(hits.buffer, hits.byteOffset, hits.byteLength) }))
  )
  // Each hit looks up its document once. Afterwards, each document's passages lie side by side.
  const documents = new Documents()
  const documentOf = new Int32Array(all.reduce((sum, { hits }) => sum + hits.length / BYTES_OF_HIT, 0))
  let n = 0
  for (const { hits, view } of all)
    for (let at = 0; at < hits.length; at += BYTES_OF_HIT)
      documentOf[n++] = documents.see(view.getInt32(at), view.getInt16(at + PLACE))
  const starts = documents.starts()
  const sums = new Float64Array(starts[documents.size] ?? 0)
  n = 0
  for (const { weight, hits, view } of all) {
    for (let at = PLACE; at < hits.length; at += BYTES_OF_HIT) {
      const passage = (starts[documentOf[n++] ?? 0] ?? 0) + view.getInt16(at)
      sums[passage] = (sums[passage] ?? 0) + weight
    }
  }
  return { numbers: documents.numbers.slice(0, documents.size), weights: bestOf(sums, starts) }
}

/** The passage's position begins at this byte of a hit. */
const PLACE = 4

/**
 * Finds each document's best passage. @param starts where each document's sums start, and after the last where they end
 */
function bestOf(sums: Float64Array, starts: Int32Array): Float64Array {
  const best = new Float64Array(starts.length - 1)
  for (let document = 0; document < best.length; document++) {
    let most = 0
    for (let at = starts[document] ?? 0, end = starts[document + 1] ?? 0; at < end; at++)
      most = Math.max(most, sums[at] ?? 0)
    best[document] = most
  }
  return best
}

/**
 * Numbers documents in the order in which they were first seen. It is a hash table in arrays of numbers with linear
 * probing, because a Map takes several times as long.
 */
class Documents {
  size = 0
  /** The first `size` entries are in use. */
  numbers = new Int32Array(SLOTS)
  /** The smallest number of passages that each document has. */
  #passages = new Int32Array(SLOTS)
  /** Holds the document's index plus one for each slot. 0 is an empty slot. */
  #slots = new Int32Array(2 * SLOTS)

  /** Adds a passage of a document. @returns the document's index */
  see(number: number, place: number): number {
    let slot = this.#slotOf(number)
    if (this.#slots[slot] === 0) {
      if (this.size === this.numbers.length) {
        this.#grow()
        slot = this.#slotOf(number)
      }
      this.numbers[this.size] = number
      this.#slots[slot] = ++this.size
    }
    const document = (this.#slots[slot] ?? 0) - 1
    if (place >= (this.#passages[document] ?? 0)) this.#passages[document] = place + 1
    return document
  }

  /** Returns where each document's passages start when all are in one row, and where they end. */
  starts(): Int32Array {
    const starts = new Int32Array(this.size + 1)
    for (let document = 0; document < this.size; document++)
      starts[document + 1] = (starts[document] ?? 0) + (this.#passages[document] ?? 0)
    return starts
  }

  /** Returns the slot in which the number stands or would stand. */
  #slotOf(number: number): number {
    const mask = this.#slots.length - 1
    let slot = Math.imul(number, HASH) & mask
    for (let seen = 0; (seen = this.#slots[slot] ?? 0) !== 0 && this.numbers[seen - 1] !== number; )
      slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    this.numbers = doubledArray(this.numbers)
    this.#passages = doubledArray(this.#passages)
    this.#slots = new Int32Array(2 * this.#slots.length)
    for (let document = 0; document < this.size; document++)
      this.#slots[this.#slotOf(this.numbers[document] ?? 0)] = document + 1
  }
}

/** The table has this many slots at first. */
const SLOTS = 4_096
/** This multiplier spreads consecutive numbers far apart, including those of whole batches. */
const HASH = 0x9e3779b1

/**
 * Returns the heaviest of these documents: as many as requested, and those with the same weight as the last of them.
 */
export function heaviestDocuments({ numbers, weights }: WeightedDocuments, most: number): WeightedDocuments {
  if (numbers.length <= most) return { numbers, weights }
  const least = weights.slice().sort()[weights.length - most] ?? 0
  const heavy = weights.reduce((count, weight) => (weight >= least ? count + 1 : count), 0)
  const best: WeightedDocuments = { numbers: new Int32Array(heavy), weights: new Float64Array(heavy) }
  let to = 0
  for (const [at, weight] of weights.entries()) {
    if (weight < least) continue
    best.numbers[to] = numbers[at] ?? 0
    best.weights[to++] = weight
  }
  return best
}
