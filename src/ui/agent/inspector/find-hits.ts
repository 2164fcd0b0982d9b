import { escapeRegExp } from "../../../text/escape-reg-exp.ts"
import type { SentPart } from "./read-request-body.ts"

/** The parts of one text that is searched, with an id. */
export interface SearchableText {
  id: string
  parts: SentPart[]
}

export interface Hit {
  /** The id of the text, and the index of the part in it. */
  id: string
  part: number
  /** Offsets in the part's text, in UTF-16 units. */
  start: number
  end: number
}

/** The fewest characters that are searched for. A single one would be found everywhere. */
export const MIN_SEARCH_CHARACTERS = 2
/** The most hits that are reported. A search with more of them isn't useful. */
export const MAX_HITS = 5000

/** Returns where the words are, in reading order. Upper and lower case are treated alike. */
export function findHits(texts: SearchableText[], words: string): Hit[] {
  const wanted = words.trim()
  if (wanted.length < MIN_SEARCH_CHARACTERS) return []
  const pattern = new RegExp(escapeRegExp(wanted).replace(/\s+/g, "\\s+"), "giu")
  const hits: Hit[] = []
  for (const { id, parts } of texts) {
    for (const [part, { text }] of parts.entries()) {
      for (const match of text.matchAll(pattern)) {
        hits.push({ id, part, start: match.index, end: match.index + match[0].length })
        if (hits.length === MAX_HITS) return hits
      }
    }
  }
  return hits
}

/** A piece of a text that was split where a placeholder or a hit begins or ends. */
export interface TextPiece {
  text: string
  placeholder: boolean
  hit: Hit | undefined
}

export function splitAtHits(text: string, hits: readonly Hit[]): TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const [index, piece] of text.split(PLACEHOLDER).entries()) {
    const end = from + piece.length
    if (index % 2 === 1)
      pieces.push({ text: piece, placeholder: true, hit: hits.find((hit) => hit.start < end && hit.end > from) })
    else pieces.push(...plainPieces(text, from, end, hits))
    from = end
  }
  return pieces
}

export const hasPlaceholder = (text: string) => PLACEHOLDER.test(text)

const PLACEHOLDER = /(\[[A-Z][A-Z_]*_\d+\])/

function plainPieces(text: string, from: number, end: number, hits: readonly Hit[]): TextPiece[] {
  const pieces: TextPiece[] = []
  const add = (start: number, stop: number, hit: Hit | undefined) => {
    if (stop > start) pieces.push({ text: text.slice(start, stop), placeholder: false, hit })
  }
  let at = from
  for (const hit of hits) {
    if (hit.start >= end) break
    if (hit.end <= at) continue
    add(at, Math.max(at, hit.start), undefined)
    add(Math.max(at, hit.start), Math.min(end, hit.end), hit)
    at = Math.min(end, hit.end)
  }
  add(at, end, undefined)
  return pieces
}
