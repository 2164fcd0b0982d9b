import { findPlaceholders, LONG_BEGIN, LONGEST, MAX_ESCAPED, type FoundPlaceholder } from "./basis/placeholder.ts"
import type { MaskEntry, MaskTable, MaskType } from "./basis/placeholder-table.ts"

export interface Restored {
  text: string
  /**
   * Maps an offset of the masked text to an offset of the restored text, both in UTF-16 units. An offset inside a
   * placeholder maps to one inside the restored value.
   */
  at(offset: number): number
}

/** Restores the values that may be restored. The others become a blank, `[[what is missing]]`. */
export function restore(text: string, table: MaskTable, words: BlankWords = BLANK_WORDS): Restored {
  const known = lookup(table)
  const pieces: Piece[] = []
  let out = ""
  let end = 0
  for (const found of findPlaceholders(text)) {
    out += text.slice(end, found.start)
    const back = comeBack(found, known, words)
    pieces.push({ start: found.start, end: found.end, to: out.length, length: back.length })
    out += back
    end = found.end
  }
  return { text: out + text.slice(end), at: (offset) => mapped(offset, pieces) }
}

/**
 * Restores a stream in chunks of any size. The results of `push` and `end`, joined, equal what `restore` returns for
 * the whole text.
 */
export function restorer(
  table: MaskTable,
  words: BlankWords = BLANK_WORDS
): { push(chunk: string): string; end(): string } {
  const known = lookup(table)
  /**
   * `before` is the last unit that was released, which the pattern looks back at. `held` is the text that is held back.
   */
  let before = ""
  let held = ""

  /** Releases everything that starts before `safe`, because no later character can change it. */
  const release = (safe: number): string => {
    let out = ""
    let end = 0
    for (const found of findPlaceholders(before + held)) {
      const start = found.start - before.length
      if (start < end) continue
      if (start >= safe) break
      out += held.slice(end, start) + comeBack(found, known, words)
      end = found.end - before.length
    }
    if (end < safe) {
      out += held.slice(end, safe)
      end = safe
    }
    if (end > 0) before = wholeLast(held, end)
    held = held.slice(end)
    return out
  }

  return {
    push(chunk) {
      held += chunk
      const escaped = held.slice(-MAX_ESCAPED - 1).search(LONG_BEGIN)
      const long = escaped < 0 ? held.length : Math.max(0, held.length - MAX_ESCAPED - 1) + escaped
      const safe = Math.min(long, held.length - HOLD_BACK)
      return safe > 0 ? release(safe) : ""
    },
    end: () => release(held.length)
  }
}

/** How a blank names what is missing. The panel's message file provides its own words. */
export interface BlankWords {
  secret: string
  government: string
  internal: string
  /** The words for a placeholder that the model made up. */
  unknown: Record<MaskType, string>
}

export const BLANK_WORDS: BlankWords = {
  secret: "password or code, not repeated here",
  government: "government number, not repeated here",
  internal: "detail from an internal note",
  unknown: {
    PERSON: "name",
    EMAIL: "e-mail address",
    PHONE: "phone number",
    IBAN: "IBAN",
    CARD: "card number",
    IP: "IP address",
    GOV: "government number",
    SECRET: "password or code",
    LINK: "link",
    LIT: "missing detail",
    ADDRESS: "address",
    PLACE: "place",
    ORG: "organisation",
    BIRTH: "date of birth",
    AGE: "age",
    VEHICLE: "vehicle number",
    ACCOUNT: "account number",
    ID: "customer or device number"
  }
}

/** One more than the longest placeholder, because the pattern looks at the character behind it. */
const HOLD_BACK = LONGEST + 1

interface Piece {
  start: number
  end: number
  to: number
  length: number
}

function comeBack(found: FoundPlaceholder, known: Map<string, MaskEntry>, words: BlankWords): string {
  const entry = known.get(`${found.type}_${found.n}`)
  return (entry ? byRight(entry, words) : `[[${words.unknown[found.type]}]]`) + found.suffix
}

function byRight(entry: MaskEntry, words: BlankWords): string {
  if (entry.internal) return `[[${words.internal}]]`
  if (entry.type === "SECRET") return `[[${words.secret}]]`
  if (entry.type === "GOV") return `[[${words.government}]]`
  if (entry.type === "CARD" || entry.type === "IBAN" || entry.type === "ACCOUNT") return `•••• ${lastFour(entry.value)}`
  return entry.value
}

function lastFour(value: string): string {
  return value
    .normalize("NFKC")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(-4)
}

function lookup(table: MaskTable): Map<string, MaskEntry> {
  return new Map(table.entries.map((entry) => [entry.placeholder.slice(1, -1), entry]))
}

/** Returns the whole character that ends at `end`, because half of a surrogate pair is no letter to the pattern. */
function wholeLast(text: string, end: number): string {
  const low = text.charCodeAt(end - 1)
  return text.slice(low >= 0xdc00 && low <= 0xdfff && end > 1 ? end - 2 : end - 1, end)
}

function mapped(offset: number, pieces: Piece[]): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.start ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  const piece = pieces[low - 1]
  if (!piece) return offset
  if (offset >= piece.end) return piece.to + piece.length + (offset - piece.end)
  return piece.to + Math.min(offset - piece.start, piece.length)
}
