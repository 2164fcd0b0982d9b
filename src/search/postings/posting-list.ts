import { forEachYielding } from "../../runtime/event-loop.ts"
import { passagesOfLines, type WordLines } from "./word-lines.ts"

/**
 * The passages that hold a word: of each four bytes with its document's number and two with its place in the document,
 * the highest byte first.
 */
export type PostingList = Uint8Array

export const BYTES_OF_HIT = 6
/** What lies behind it in a document counts as this one. */
const LAST_PASSAGE = 0x7fff

/** A document by the number that it has for as long as this version of it stands. */
export interface NumberedWords {
  number: number
  words: WordLines
}

/** What some documents add to the counts of the whole, and by word where it stands. */
export interface InvertedIndexPart {
  /** In the order of the words: indexes like it, and two that write at once must not wait for each other. */
  hits: Map<string, PostingList>
  passages: number
  titleWords: number
  headingWords: number
  textWords: number
}

/** Turns documents with their words into words with their passages. */
export async function invert(documents: readonly NumberedWords[]): Promise<InvertedIndexPart> {
  const places = new Map<string, number[]>()
  const inverted: InvertedIndexPart = { hits: new Map(), passages: 0, titleWords: 0, headingWords: 0, textWords: 0 }
  await forEachYielding(documents, undefined, ({ number, words: lines }) => {
    for (const [n, { words, title, headings, synonyms }] of passagesOfLines(lines).entries()) {
      note(places, words, number, n)
      note(places, synonyms, number, n)
      inverted.passages++
      inverted.titleWords += title
      inverted.headingWords += headings
      inverted.textWords += words.length - title - headings
    }
  })
  await forEachYielding([...places.keys()].sort(), undefined, (word) => {
    inverted.hits.set(word, packed(places.get(word) ?? []))
  })
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

function packed(places: readonly number[]): PostingList {
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
