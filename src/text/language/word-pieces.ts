import { weights } from "../../lexicon/weights/word-pieces.ts"
import { unpackWordPieces, type WordPieceTable } from "./word-piece-table.ts"

/**
 * Returns how well each language fits the pieces of a text's words, from 0 to 1, best first. The method and the table
 * are those of the package eld (Nito T.M., Apache-2.0) in its size "extrasmall", and the figures are the same; only
 * letters beyond Unicode's first plane and of its newest scripts may differ. The first 1,000 characters, and of them
 * some 350 bytes, decide. The table is read with the first text.
 */
export function wordPieceScores(text: string): Map<string, number> {
  table ??= unpackWordPieces(weights())
  const { languages, look } = table
  const sums = new Float64Array(languages.length)
  const add = (language: number, score: number) => (sums[language] = (sums[language] ?? 0) + score + LEAST)
  const count = eachPiece(bytesOf(text), (bytes, place) => look({ bytes, place }, add))
  return new Map(
    languages
      .map((language, n): [string, number] => [language, (sums[n] ?? 0) / count])
      .filter(([, mean]) => mean > 0)
      .map(([language, mean]): [string, number] => [language, mean / (mean + SCALE)])
      .sort((one, other) => other[1] - one[1])
  )
}

let table: WordPieceTable | undefined

/** The table's scores are what lies above this. */
const LEAST = 53
const SCALE = 25
const MAX_TEXT = 1000
/** A text ends at the first space behind so many bytes, or with the first letter that passes the second figure. */
const ENOUGH_BYTES = 350
const MAX_BYTES = 380
/** What follows of a word that is longer counts as one piece more. */
const MAX_WORD = 70
const SPACE = 0x20

/** Returns the words of a text in lower case, with one space between them, as UTF-8. */
function bytesOf(text: string): Uint8Array {
  const words = text.slice(0, MAX_TEXT).replace(SEPARATORS, " ").trim().toLowerCase()
  const bytes = new Uint8Array(MAX_BYTES + 4)
  const { written } = new TextEncoder().encodeInto(words, bytes)
  const space = bytes.indexOf(SPACE, ENOUGH_BYTES + 1)
  if (space >= 0 && space <= MAX_BYTES) return bytes.subarray(0, space)
  let end = Math.min(written, MAX_BYTES + 1)
  // A letter that has begun is taken whole: its further bytes begin with the bits 10.
  while (end < written && ((bytes[end] ?? 0) & 0xc0) === 0x80) end++
  return bytes.subarray(0, end)
}

/** Whatever is no letter, up to an apostrophe, which belongs to a word. */
const SEPARATORS = /(?:[^\p{L}]|[\u{10000}-\u{10ffff}])+(?<!['`’])/gu

/**
 * Calls `each` with every piece of the words once, and returns how many there are. A piece has four bytes and begins
 * three behind the one before; the last one ends with the word.
 */
function eachPiece(bytes: Uint8Array, each: (bytes: number, place: number) => void): number {
  const seen = new Set<number | string>()
  const take = (from: number, to: number, place: number) => {
    let piece = 0
    for (let at = from; at < to; at++) piece = piece * 256 + (bytes[at] ?? 0)
    // Longer ones are in no table, but they count.
    const isLong = to - from > 4
    const known = isLong ? bytes.subarray(from, to).join() : piece * 4 + place
    if (seen.has(known)) return
    seen.add(known)
    if (!isLong) each(piece, place)
  }
  for (let start = 0; start < bytes.length; ) {
    const space = bytes.indexOf(SPACE, start)
    const end = space < 0 ? bytes.length : space
    const length = Math.min(end - start, MAX_WORD)
    let from = 0
    for (; from + 4 < length; from += 3) take(start + from, start + from + 4, from === 0 ? 1 : 0)
    if (length > 0) take(start + Math.max(0, length - 4), end, from === 0 ? 3 : 2)
    start = end + 1
  }
  return seen.size
}
