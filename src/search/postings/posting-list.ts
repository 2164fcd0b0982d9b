import { forEachYielding } from "../../runtime/event-loop.ts"
import { passagesOfLines, type WordLines } from "./word-lines.ts"

/**
 * The passages that contain a word. Each takes four bytes for its document's number and two for its position in the
 * document, most significant byte first.
 */
export type PostingList = Uint8Array

export const BYTES_OF_HIT = 6
/** Passages of a document after this one count as this one. */
const LAST_PASSAGE = 0x7fff

/** Returns the number of the document of each hit. */
export function documentsOf(hits: PostingList): number[] {
  const view = new DataView(hits.buffer, hits.byteOffset, hits.byteLength)
  return Array.from({ length: hits.length / BYTES_OF_HIT }, (_, at) => view.getInt32(at * BYTES_OF_HIT))
}

/** The words of a document under its number. A document keeps its number as long as this version of it exists. */
export interface NumberedWords {
  number: number
  words: WordLines
}

/** What some documents add to the total counts, and where each word stands. */
export interface InvertedIndexPart {
  /**
   * The words are sorted, because indexes work faster with sorted input and because two concurrent writers then never
   * wait for each other in a circle.
   */
  hits: Map<string, PostingList>
  passages: number
  titleWords: number
  headingWords: number
  textWords: number
}

/** Inverts documents with their words into words with their passages. */
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

/** Records each word once per passage. */
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

/** Returns the same numbers with room for as many more. */
export function doubledArray(some: Int32Array): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * some.length)
  more.set(some)
  return more
}
